import { composeAnswer } from '../../src/bot/reply/compose-answer';
import type { ComposeDependencies } from '../../src/bot/reply/compose-dependencies';
import { composeHandoff } from '../../src/bot/reply/compose-handoff';
import { composeWhatYouKeep } from '../../src/bot/reply/compose-privacy';
import { composeUrgent } from '../../src/bot/reply/compose-urgent';
import { composeSocial, composeWelcome } from '../../src/bot/reply/compose-welcome';
import { createShortcuts } from '../../src/bot/understand/shortcuts';
import { createTexts } from '../../src/knowledge/create-texts';
import type { Knowledge } from '../../src/knowledge/knowledge';
import { loadShipped } from '../helpers/load-shipped';
import type { Urgent } from '../../src/safety/create-urgent-reader';

const shipped = loadShipped();
const SILENT: Knowledge['clinic'] = { example: false };

function parts(clinic = shipped.clinic): ComposeDependencies {
  const knowledge = { ...shipped, clinic };
  const shortcuts = createShortcuts({ ...knowledge, areas: knowledge.messages.chat.whichArea });
  return { knowledge, shortcuts, texts: createTexts(knowledge) };
}

const sure = (topic: string) => ({ topic, score: 0.9 });
const titles = (reply: { choices: readonly { title: string }[] }): string[] => reply.choices.map(({ title }) => title);

describe('an answer', () => {
  it('has its text, where it comes from, and three related questions', () => {
    const reply = composeAnswer([sure('what-is-prp')], undefined, parts());
    expect(reply).toMatchObject({ kind: 'answer', topics: ['what-is-prp'], score: 0.9 });
    expect(reply.note).toMatch(/^المصدر: /);
    expect(reply.choices).toHaveLength(3);
  });

  it('offers both areas where they differ and none was named', () => {
    const reply = composeAnswer([sure('number-of-sessions')], undefined, parts());
    expect(titles(reply).slice(0, 2)).toEqual(['للوجه', 'للشعر']);
    expect(reply.text).toContain('عن أيهما تسأل؟');
  });

  it('does not ask for the area that was named', () => {
    const reply = composeAnswer([sure('number-of-sessions')], 'hair', parts());
    expect(titles(reply)).not.toContain('للشعر');
    expect(reply.text).not.toContain('عن أيهما تسأل؟');
  });

  it('to two questions stands under each of them, with a button for each whole answer', () => {
    const reply = composeAnswer([sure('price'), sure('booking')], undefined, parts());
    const [price, booking] = ['price', 'booking'].map((id) => shipped.topicById.get(id)?.question ?? '');
    expect(reply.topics).toEqual(['price', 'booking']);
    expect(reply.text.indexOf(price ?? '')).toBeLessThan(reply.text.indexOf(booking ?? ''));
    expect(titles(reply)).toEqual(['السعر والتكلفة', 'حجز موعد']);
  });

  it.each(shipped.topics.map(({ id }) => id))('%s never shows more than three buttons, nor an empty text', (id) => {
    const reply = composeAnswer([sure(id)], undefined, parts(SILENT));
    expect(reply.choices.length).toBeLessThanOrEqual(3);
    expect(reply.text).not.toMatch(/^\s*$|[{}]/);
  });
});

describe('an urgent reply', () => {
  it.each<readonly [string, Urgent]>([
    ['an emergency', { kind: 'emergency', sign: 'vision' }],
    ['a same-day sign', { kind: 'same-day', sign: 'fever' }],
    ['self-harm', { kind: 'emergency', sign: 'self-harm' }],
  ])('to %s begins with what to do, with or without numbers, and has no buttons', (_name, urgent) => {
    for (const clinic of [shipped.clinic, SILENT]) {
      const reply = composeUrgent(urgent, parts(clinic));
      expect(reply.text.split('\n')[0]).toMatch(/^(اطلب الإسعاف|اتصل بالعيادة)/);
      expect(reply.text).not.toMatch(/[{}]|حجز/);
      expect(reply.choices).toEqual([]);
    }
  });

  it('to self-harm is the one that keeps the person company', () => {
    expect(shipped.urgent.signs.map(({ id }) => id)).toContain('self-harm');
    expect(composeUrgent({ kind: 'emergency', sign: 'self-harm' }, parts()).text).toContain('ولا تبقَ وحدك');
  });
});

describe('a handover', () => {
  it('tells the numbers of the clinic', () => {
    expect(composeHandoff(parts()).text).toContain('0500000000');
  });

  it('says so when the clinic has given none', () => {
    expect(composeHandoff(parts(SILENT)).text).toContain('لم تكتب العيادة أرقام التواصل');
    expect(composeHandoff(parts({ example: false, name: 'عيادة' })).text).toContain('لم تكتب العيادة أرقام التواصل');
  });
});

describe('what is kept', () => {
  const retained = { conversationDays: 30, unansweredDays: 90, backupDays: 0, elsewhere: false };
  const kept = { ...retained, told: false, alarmed: false, outcome: false, checkRunning: false };

  it.each([
    [
      'how long, and that messages are stored word for word',
      kept,
      ['كلمة كلمة', '30 يومًا', '90 يومًا', 'احذف بياناتي'],
      ['التطبيق الذي تراسلني منه', 'لم تنته بعد'],
    ],
    ['that no questions are', { ...kept, unansweredDays: 0 }, ['لا تُكتب أسئلتك'], ['90']],
    ['that others keep copies', { ...kept, elsewhere: true }, ['التطبيق الذي تراسلني منه'], ['كلمة كلمة']],
    ['that something told is kept', { ...kept, told: true }, ['وهو محفوظ الآن'], []],
    ['that a warning sign is', { ...kept, alarmed: true }, ['علامة خطر، وهي محفوظة الآن'], []],
    ['that an outcome is', { ...kept, outcome: true }, ['نتيجة آخر فحص والإجابات التي قادت إليها محفوظة الآن'], []],
    [
      'that backups keep it longer',
      { ...kept, backupDays: 7 },
      ['النسخ الاحتياطية التي يصنعها', '7 أيام'],
      ['تلقاء نفسه'],
    ],
    ['that backups may be made by hand', kept, ['لا يصنع البرنامج هنا نسخًا احتياطية من تلقاء نفسه'], ['التي يصنعها']],
    ['who is responsible', kept, ['المسؤول عن هذه البيانات', 'https://example.com/privacy'], []],
    ['that the check is open', { ...kept, checkRunning: true }, ['لم تنته بعد'], []],
    ['the last topic', { ...kept, lastTopic: 'price' }, ['«كم سعر جلسة البلازما؟»'], []],
  ])('tells %s', (_name, what, holds, lacks) => {
    const { text } = composeWhatYouKeep(what, parts());
    for (const piece of holds) expect(text).toContain(piece);
    for (const piece of lacks) expect(text).not.toContain(piece);
  });
});

describe('social talk', () => {
  it.each(Object.keys(shipped.vocabulary.social))('%s has a reply of its own', (kind) => {
    expect(composeSocial(kind, parts()).text).toBe(createTexts(shipped).sentence(shipped.messages.social[kind] ?? ''));
  });

  it('begins a conversation with three or four buttons', () => {
    expect([3, 4]).toContain(composeWelcome(parts()).choices.length);
  });
});
