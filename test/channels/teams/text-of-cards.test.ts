import type { Activity } from 'botbuilder';
import { drawButtons } from '../../../src/channels/teams/draw-buttons';
import { drawCard } from '../../../src/channels/teams/draw-card';
import { isolateForeign } from '../../../src/channels/teams/isolate-foreign';
import { readSearchQuery } from '../../../src/channels/teams/read-search-query';
import { isPublic } from '../../../src/bot/understand/is-public';
import { stripMarkup } from '../../../src/bot/understand/strip-markup';
import { createTeamsPresenter } from '../../../src/channels/teams/teams-presenter';
import { adaptiveCardFaults } from './adaptive-card-rules';

const mention = (text: string) => ({ type: 'mention', text, mentioned: { id: 'x', name: 'x' } });

describe('a text without its mentions', () => {
  test.each<[string, string, ReturnType<typeof mention>[], string]>([
    ['at the beginning', '<at>PRP Bot</at> كم جلسة؟', [mention('<at>PRP Bot</at>')], 'كم جلسة؟'],
    ['in the middle', 'مرحبا <at>Bot</at> كم جلسة؟', [mention('<at>Bot</at>')], 'مرحبا كم جلسة؟'],
    ['at the end', 'كم جلسة؟ <at>Bot</at>', [mention('<at>Bot</at>')], 'كم جلسة؟'],
    [
      'with an Arabic name',
      '<at>مساعد حقن البلازما</at> كم السعر',
      [mention('<at>مساعد حقن البلازما</at>')],
      'كم السعر',
    ],
    ['without an entity', '<at>مساعد حقن البلازما</at> كم السعر', [], 'كم السعر'],
    ['nested', '<at><at>Bot</at></at> كم السعر', [mention('<at>Bot</at>')], 'كم السعر'],
    ['nested three times with names', '<at>A<at>B<at>C</at></at></at> كم السعر', [], 'كم السعر'],
    [
      'with signs that mean something in patterns',
      '<at>B.(*)$&</at> كم السعر',
      [mention('<at>B.(*)$&</at>')],
      'كم السعر',
    ],
    ['with a sign of mathematics in the name', '<at>a<b</at> كم السعر', [mention('<at>a<b</at>')], 'كم السعر'],
    ['of several people', '<at>A</at> <at>B</at> كم السعر', [mention('<at>A</at>'), mention('<at>B</at>')], 'كم السعر'],
    ['with attributes', '<at id="0">Bot</at>&nbsp;كم السعر', [], 'كم السعر'],
    ['not closed', '<at>كم السعر', [], 'كم السعر'],
    ['by a plain name that is also a word', '@بلازما ما هي البلازما', [mention('@بلازما')], 'ما هي البلازما'],
    ['nothing else', '<at>Bot</at>', [mention('<at>Bot</at>')], ''],
    ['over two lines', '<at>Bot</at> سطر\nسطر', [mention('<at>Bot</at>')], 'سطر\nسطر'],
    ['of Slack and Discord', '<@U123ABC> كم السعر <@!42> <@U1|بوت>', [], 'كم السعر'],
    ['a quoted message', '<quoted messageId="1772050244572"/> احذف بياناتي', [], 'احذف بياناتي'],
    ['several quoted messages', '<quoted messageId="1"/><quoted messageId="2"></quoted> رجوع', [], 'رجوع'],
    ['a quoted message with its words', '<quoted messageId="1">هل عمرك أقل من 18؟</quoted> نعم', [], 'نعم'],
    ['an entity without text', 'كم السعر', [{ type: 'mention' } as never], 'كم السعر'],
  ])('%s', (_name, text, entities, bare) => {
    expect(stripMarkup({ text, entities })).toBe(bare);
  });

  test('a very long chain of tags is read in a moment', () => {
    expect(stripMarkup({ text: '<at>'.repeat(50_000), entities: [] })).toBe('');
  });
});

describe('who reads along', () => {
  test.each<[string, object, boolean]>([
    ['one-to-one', { conversationType: 'personal' }, false],
    ['a group chat', { conversationType: 'groupChat', isGroup: true }, true],
    ['a channel', { conversationType: 'channel', isGroup: true }, true],
    ['a kind nobody knows yet', { conversationType: 'meeting' }, true],
    ['a group without a kind', { isGroup: true }, true],
    ['a kind that says several, and no group', { conversationType: 'groupChat', isGroup: false }, true],
    ['a kind that says two, and a group', { conversationType: 'personal', isGroup: true }, true],
    ['an empty kind', { conversationType: '', isGroup: false }, false],
    ['nothing said', {}, false],
  ])('%s', (_name, conversation, shared) => {
    expect(isPublic({ conversation } as Activity)).toBe(shared);
  });
});

describe('foreign words in an Arabic line', () => {
  const show = (text: string): string => text.replaceAll('\u2066', '[').replaceAll('\u2069', ']');
  test.each<[string, string, string]>([
    ['PRP in brackets', 'حقن البلازما (PRP) للوجه', 'حقن البلازما ([PRP]) للوجه'],
    ['words that belong together', 'تسمى Platelet-Rich Plasma أيضًا', 'تسمى [Platelet-Rich Plasma] أيضًا'],
    ['PRP beside PRF', 'الفرق بين PRP وPRF', 'الفرق بين [PRP] و[PRF]'],
    ['a telephone number with groups', 'الهاتف: +966 50 000 0000', 'الهاتف: [+966 50 000 0000]'],
    ['a telephone number in Arabic digits', 'الهاتف: ٠٥٠ ٠٠٠ ٠٠٠٠', 'الهاتف: [٠٥٠ ٠٠٠ ٠٠٠٠]'],
    ['an e-mail address', 'اكتب إلى info@clinic.example أو زرنا', 'اكتب إلى [info@clinic.example] أو زرنا'],
    ['a name with its sign', 'تابعنا @prp.clinic، وشكرًا', 'تابعنا [@prp.clinic]، وشكرًا'],
    ['a small number', 'من 3 إلى 4 جلسات', 'من 3 إلى 4 جلسات'],
    ['a line without Arabic', 'PRP therapy', 'PRP therapy'],
  ])('%s', (_name, line, isolated) => {
    expect(show(isolateForeign(line))).toBe(isolated);
  });

  test('an address becomes a link', () => {
    expect(isolateForeign('الحجز: https://a.example/b_c')).toBe(
      'الحجز: [https://a.example/b_c](https://a.example/b_c)',
    );
    expect(isolateForeign('على https://a.example/b، أو https://c.example.')).toBe(
      'على [https://a.example/b](https://a.example/b)، أو [https://c.example](https://c.example).',
    );
  });
});

describe('a card', () => {
  const reply = {
    kind: 'answer' as const,
    text: 'سطر أول\nPRP سطر ثان\n\n- نقطة\n1. رقم',
    choices: [{ title: 'زر', value: 'زر' }],
    note: 'المصدر',
    topics: [],
    score: 1,
  };

  test('has a block for each line, no lists of Markdown, and its source last', () => {
    const { body } = drawCard(reply);
    expect(body.map((element) => ('text' in element ? element.text : element.type))).toEqual([
      'سطر أول',
      '\u200F\u2066PRP\u2069 سطر ثان',
      '• نقطة',
      '\u200F1. رقم',
      'المصدر',
      'ActionSet',
    ]);
  });

  test('of an urgent reply begins with its heading, then a row for each way, the number on what dials', () => {
    const links = [
      { title: 'اتصل بالإسعاف', url: 'tel:112' },
      { title: 'واتساب', url: 'https://wa.me/966500000000' },
    ];
    const [warning] = drawCard({ ...reply, kind: 'urgent', links }).body;
    expect(warning).toMatchObject({
      type: 'Container',
      style: 'attention',
      items: [
        { text: 'سطر أول', style: 'heading', size: 'large' },
        { actions: [{ type: 'Action.OpenUrl', title: 'اتصل بالإسعاف 112', url: 'tel:112' }] },
        { actions: [{ type: 'Action.OpenUrl', title: 'واتساب', url: 'https://wa.me/966500000000' }] },
        { text: '\u200F\u2066PRP\u2069 سطر ثان' },
        {},
        {},
      ],
    });
    expect(adaptiveCardFaults(drawCard({ ...reply, kind: 'urgent', links }))).toEqual([]);
  });

  test('has a text for clients that cannot draw it, and one for notifications', () => {
    const [message] = createTeamsPresenter({ checkNotice: 'إشعار' }).present(reply, {});
    expect(drawCard(reply).fallbackText).toContain('المصدر\n\n• زر');
    expect(message?.summary).toContain('سطر أول');
    expect(message).not.toHaveProperty('text');
  });

  test('of the check shows nothing of it in notifications', () => {
    const [message] = createTeamsPresenter({ checkNotice: 'إشعار' }).present({ ...reply, kind: 'eligibility' }, {});
    expect(message?.summary).toBe('إشعار');
  });

  test('holds no colours of its own', () => {
    expect(JSON.stringify(drawCard({ ...reply, kind: 'urgent' }))).not.toMatch(/#[0-9a-f]{3}|"color"|backgroundImage/i);
  });

  test.each<[string, object]>([
    ['a colour of its own', { backgroundImage: 'x' }],
    ['another version', { version: '1.6' }],
    ['left to right', { rtl: false }],
    ['an element that is none', { body: [{ type: 'Text', text: 'x' }] }],
    ['a line that may not wrap', { body: [{ type: 'TextBlock', text: 'x' }] }],
    ['nothing', { body: [] }],
    ['too much', { fallbackText: 'س'.repeat(20_000) }],
  ])('with %s breaks the rules', (_name, part) => {
    expect(adaptiveCardFaults(drawCard(reply))).toEqual([]);
    expect(adaptiveCardFaults({ ...drawCard(reply), ...part })).not.toEqual([]);
  });
});

describe('buttons', () => {
  const choice = (title: string, data?: Record<string, unknown>) => ({
    title,
    value: `${title}!`,
    ...(data && { data }),
  });

  test('short ones stand beside each other, long ones alone', () => {
    const rows = drawButtons([choice('نعم'), choice('لا'), choice('لست متأكدًا'), choice('لماذا تسألون؟')]);
    expect(rows.map(({ actions }) => actions.map(({ title }) => title))).toEqual([
      ['نعم', 'لا', 'لست متأكدًا'],
      ['لماذا تسألون؟'],
    ]);
  });

  test('send a plain object with the words, and the data of the check', () => {
    const data = { check: 'c', step: 's', value: 'yes' };
    expect(drawButtons([choice('نعم', data)])[0]?.actions).toEqual([
      { type: 'Action.Submit', title: 'نعم', data: { ...data, say: 'نعم!' }, msTeams: { feedback: { hide: true } } },
    ]);
  });

  test('with an address open it', () => {
    const url = 'https://teams.microsoft.com/l/chat/0/0';
    expect(drawButtons([choice('افتح', { url })])[0]?.actions).toEqual([
      { type: 'Action.OpenUrl', title: 'افتح', url },
    ]);
  });
});

describe('a search', () => {
  const parameters = [{ name: 'question', value: 'كم' }];
  test.each<[string, unknown, object]>([
    ['typed', { parameters, queryOptions: { skip: 25, count: 10 } }, { text: 'كم', skip: 25, count: 10 }],
    [
      'before anything was typed',
      { parameters: [{ name: 'initialRun', value: 'true' }] },
      { text: '', skip: 0, count: 25 },
    ],
    ['too much at once', { parameters, queryOptions: { count: 1e5 } }, { text: 'كم', skip: 0, count: 25 }],
    ['less than nothing', { parameters, queryOptions: { skip: -1, count: -5 } }, { text: 'كم', skip: 0, count: 25 }],
    ['half a place', { parameters, queryOptions: { skip: 0.5, count: '5' } }, { text: 'كم', skip: 0, count: 25 }],
    ['nothing', undefined, { text: '', skip: 0, count: 25 }],
    ['a text', 'x', { text: '', skip: 0, count: 25 }],
  ])('%s', (_name, value, query) => {
    expect(readSearchQuery(value)).toEqual(query);
  });
});
