import { answerDigest } from '../../src/knowledge/answer-digest';
import { checkKnowledge } from '../../src/knowledge/check-knowledge';
import type { Knowledge, Topic } from '../../src/knowledge/knowledge';
import { loadShipped } from '../helpers/load-shipped';
import { locate } from '../../src/knowledge/locate';
import type { FindTopics, Remark } from '../../src/knowledge/remark';
import { SHIPPED } from './broken-copy';

const shipped = loadShipped();
const today = new Date('2026-11-25');
const SESSION = shipped.topicById.get('number-of-sessions')!;
const ANSWER = SESSION.answer;

/** The shipped content with one topic changed. */
function withTopic(id: string, change: Partial<Topic>): Knowledge {
  const categories = shipped.categories.map((category) => ({
    ...category,
    topics: category.topics.map((topic) => (topic.id === id ? { ...topic, ...change } : topic)),
  }));
  const topics = categories.flatMap((category) => category.topics);
  return { ...shipped, categories, topics, topicById: new Map(topics.map((topic) => [topic.id, topic])) };
}

const session = (change: Partial<Topic>): Knowledge => withTopic('number-of-sessions', change);
const signed = (on: string, digest = answerDigest(SESSION)): Knowledge =>
  session({ reviewed: { by: 'د. مثال', on, digest } });
const answer = (sentence: string): Knowledge => session({ answer: `${ANSWER} ${sentence}` });
const check = (knowledge: Knowledge, find?: FindTopics): Remark[] =>
  checkKnowledge(knowledge, { today, ...(find && { find }) });
const told = (remarks: readonly Remark[]): string =>
  locate(SHIPPED, remarks)
    .map(({ file, path, found, expected, tip }) => `${file} ${path}\n${found}\n${expected}\n${tip}`)
    .join('\n');

/** The shipped table of signs with a phrase of another kind or wording. */
function withTier(kind: 'emergency' | 'same-day', say: string): Knowledge {
  const { tiers } = shipped.urgent;
  const rows = [...tiers.rows, { kind, signs: ['another'], say: [say] }];
  return { ...shipped, urgent: { ...shipped.urgent, tiers: { ...tiers, rows } } };
}

describe('checkKnowledge', () => {
  it.each<[name: string, knowledge: Knowledge, says: RegExp]>([
    [
      'a sign of the table that no text tells',
      withTier('emergency', 'لسعة في الأذن'),
      /"لسعة في الأذن", as in the table/,
    ],
    [
      'a sign told as more pressing than the table has it',
      withTier('same-day', 'ضيق النفس أو الحلق'),
      /an emergency first/,
    ],
    [
      'a sign of the table that its answer lost',
      withTopic('warning-signs-after', { answer: ANSWER }),
      /as in the table of urgent\.yaml/,
    ],
    ['an article fact no answer carries', session({ article: [37] }), /fact 38[^]*add 38 to its article/],
    ['an answer too short', session({ answer: 'ثلاث جلسات.' }), /2 words[^]*40 to 90/],
    ['an empty fact of the clinic', session({ answer: 'نعم.', facts: [], article: [] }), /1 words[^]*5 to 90/],
    ['an answer too long', session({ answer: `${ANSWER}\n${ANSWER}` }), /words\n40 to 90 words\nleave out/],
    ['a Latin question mark', session({ question: 'كم جلسة?' }), /Latin sign \?[^]*Arabic sign ؟/],
    ['a Latin comma', answer('نعم, قد يفيد'), /Latin sign ,[^]*Arabic sign ،/],
    ['a review more than a year ago', signed('2025-11-24'), /within the last year[^]*2026-11-25/],
    ['a review in the future', signed('2026-11-27'), /a day up to today, 2026-11-25/],
    [
      'a review of another text',
      signed('2026-11-24', '0123456789abcdef'),
      /not reviewed[^]*write digest: '[0-9a-f]{16}'/,
    ],
    [
      'a day without a physician',
      session({ reviewed: '2026-11-24' }),
      /who read the answer[^]*{by: …, on: …, digest: /,
    ],
    [
      'a phrasing two topics share',
      session({ phrasings: ['بكام جلسة البلازما', 'بكم إبرةُ البلازما؟'] }),
      /price has the same phrasing/,
    ],
    ['a promise', answer('النتيجة مضمونة.'), /forbidden wording "مضمونة" \(وعد بنتيجة\)/],
    ['a promise in another spelling', answer('والنَّتيجَة مضمونه بإذن الله.'), /"مضمونة"/],
    ['a promise with letters attached', answer('وبالمضمون من الخبرة.'), /"مضمون"/],
    ['a promise that is denied', answer('ليست مضمونة.'), /"مضمونة"/],
    ['a lasting result', answer('والأثر دائم.'), /"دائم"/],
    ['no risk', answer('وهي آمنة 100% للجميع.'), /"آمنة 100"/],
    ['a verdict', answer('أنت مؤهل للحقن.'), /"أنت مؤهل"/],
    ['advice to stop a medicine', answer('أوقف الأسبرين قبل الجلسة.'), /"أوقف الأسبرين"[^]*لا توقف من تلقاء نفسك/],
    ['a bare yes', session({ answer: `نعم، ${ANSWER}` }), /begins with "نعم"/],
    [
      'a bare yes behind a hedge',
      session({ short: 'غالبًا نعم، ويقرر الطبيب بعد أن يفحصك.' }),
      /short\n[^]*begins with/,
    ],
    [
      'an offer that is over',
      { ...shipped, clinic: { example: false, offers: [{ offer: 'عرض', until: '2026-05-27' }] } },
      /offers\[1\]\.until[^]*it is over/,
    ],
    ['a religious ruling', answer('وهي لا تفطر الصائم ولا يفسد الصوم.'), /"يفسد الصوم"/],
    [
      'a forbidden wording in a text for one area',
      session({ byArea: { face: `${ANSWER} نتيجة أكيدة.`, hair: ANSWER } }),
      /byArea\.face\n[^]*"نتيجة أكيدة"/,
    ],
  ])('names %s', (_name, knowledge, says) => {
    expect(told(check(knowledge))).toMatch(says);
  });

  it.each([
    ['risk told as permanent', 'وسُجل فقدان دائم للنظر في حالات نادرة.'],
    ['"always"', 'اسأل الطبيب دائمًا.'],
    ['the advice not to stop', 'لا توقف دواءً وصفه طبيبك من نفسك.'],
    ['a number with a comma', 'شملت الدراسات 5,726 شخصًا.'],
    ['a list of Latin names', 'من أسمائها PRP, PRF وغيرهما.'],
  ])('lets pass %s', (_name, sentence) => {
    const words = ANSWER.split(' ').slice(0, 45).join(' ');
    expect(told(check(session({ answer: `${words} ${sentence}` })))).toBe('');
  });

  it('names a forbidden wording in a message', () => {
    const messages = { ...shipped.messages, errors: { ...shipped.messages.errors, apology: 'الحل مضمون.' } };
    expect(told(check({ ...shipped, messages }))).toMatch(/messages.yaml errors.apology\n[^]*"مضمون"/);
  });

  it('names a button the assistant itself does not understand', () => {
    const none = { ...shipped.messages.chat.noneOfThese, choices: [{ say: 'كلام غريب' }] };
    const messages = { ...shipped.messages, chat: { ...shipped.messages.chat, noneOfThese: none } };
    expect(told(check({ ...shipped, messages }, () => []))).toMatch(/noneOfThese\.choices\[1\]\.say\n[^]*understands/);
  });

  const owners = new Map(
    shipped.topics.flatMap(({ id, question, button, phrasings }) =>
      [question, button, ...phrasings].map((text) => [text, id]),
    ),
  );
  const findOwner: FindTopics = (text) => [owners.get(text) ?? 'price'];

  it('finds nothing wrong with a matcher that knows every phrasing', () => {
    expect(check(shipped, findOwner)).toEqual([]);
  });

  it('finds nothing wrong with a fact of the clinic told in one sentence', () => {
    const said = { answer: 'نعم، أمام الباب موقف مجاني للمراجعين.', missing: undefined, short: undefined };
    expect(told(check(withTopic('clinic-location', said), findOwner))).not.toMatch(/words/);
  });

  it('names a phrasing that leads to another topic, and warns of one that leads nowhere', () => {
    const [first, second] = shipped.topicById.get('booking')?.phrasings ?? [];
    const find: FindTopics = (text) => (text === first ? ['price'] : text === second ? [] : findOwner(text));
    const remarks = check(shipped, find);
    expect(remarks.map(({ kind }) => kind)).toEqual(['fault', 'warning']);
    expect(told(remarks)).toMatch(
      /topics\[booking\]\.phrasings\[1\]\n[^]*it finds price: move it there[^]*it finds nothing/,
    );
  });

  it('names a topic nobody can reach', () => {
    const find: FindTopics = (text) => findOwner(text).map((id) => (id === 'lips' ? 'price' : id));
    expect(told(check(shipped, find))).toMatch(/lips, a topic nobody can reach/);
  });
});
