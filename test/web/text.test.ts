import { addMessages, type Said } from '../../web/chat/client/transcript';
import { readActivity } from '../../web/chat/client/activity';
import { readDirection } from '../../web/chat/text/direction';
import { readSafeUrl } from '../../web/chat/text/safe-url';
import { splitBlocks } from '../../web/chat/text/split-blocks';
import { splitLinks } from '../../web/chat/text/split-links';

describe('the direction of a line', () => {
  it.each([
    ['Arabic', 'كم جلسة أحتاج؟', 'rtl'],
    ['Latin letters first, then Arabic', 'PRP للوجه', 'rtl'],
    ['digits first, then Arabic', '3 جلسات', 'rtl'],
    ['English', 'PRP for hair', 'ltr'],
    ['a number alone', '+966 50', undefined],
  ])('%s', (_name, line, direction) => {
    expect(readDirection(line)).toBe(direction);
  });
});

describe('links in a line', () => {
  it.each([
    ['an address before a full stop', 'انظر https://a.example/x?y=1.', ['https://a.example/x?y=1']],
    ['an address before an Arabic comma', 'https://a.example، ثم', ['https://a.example/']],
    ['an e-mail address', 'راسل info@a.example الآن', ['mailto:info@a.example']],
    ['an international number', '+966 50 000 0000', ['tel:+966500000000']],
    ['the clinic’s short number', 'رقم الإسعاف: 112', ['tel:112']],
    ['another short number', 'بعد 113 يومًا', []],
    ['a year', 'آخر مراجعة: 20 نوفمبر 2026', []],
    ['a script', 'javascript:alert(1)', []],
  ])('%s', (_name, line, hrefs) => {
    const pieces = splitLinks(line, ['112']);
    expect(pieces.flatMap(({ href }) => href ?? [])).toEqual(hrefs);
    expect(pieces.map(({ text }) => text).join('')).toBe(line);
  });
});

describe('addresses that can be followed', () => {
  it.each([
    ['a page', 'https://a.example/', 'https://a.example/'],
    ['a number', 'tel:112', 'tel:112'],
    ['a script', 'javascript:alert(1)', undefined],
    ['a script in disguise', ' JavaScript:alert(1)', undefined],
    ['data', 'data:text/html,x', undefined],
    ['a path', '/x', undefined],
  ])('%s', (_name, text, url) => {
    expect(readSafeUrl(text)).toBe(url);
  });
});

it('a text falls into paragraphs and lists', () => {
  expect(splitBlocks('أ\nب\n\nج:\n• د\n- ه\nو')).toEqual([
    { kind: 'lines', lines: ['أ', 'ب'] },
    { kind: 'lines', lines: ['ج:'] },
    { kind: 'list', lines: ['د', 'ه'] },
    { kind: 'lines', lines: ['و'] },
  ]);
});

describe('the transcript', () => {
  const said = (id: string, at: number, text = id): Said => ({
    kind: 'message',
    id,
    at,
    text,
    from: 'bot',
    actions: [],
    controls: [],
    links: [],
    isUrgent: false,
  });

  it('shows each message once, in the order of the server’s clock, a changed one in its place', () => {
    const first = addMessages([], [said('a', 1), said('c', 3)]);
    const again = addMessages(first, [said('a', 1, 'changed'), said('b', 2), said('c', 3)]);
    expect(again.map(({ text }) => text)).toEqual(['changed', 'b', 'c']);
  });
});

describe('what comes through the stream', () => {
  it.each([
    ['nothing', undefined],
    ['a number', 7],
    ['a message without text', { type: 'message', id: 'x' }],
    ['a message without id', { type: 'message', text: 'x' }],
    ['another kind', { type: 'handoff', id: 'x', text: 'x' }],
  ])('is passed over where it is %s', (_name, value) => {
    expect(readActivity(value)).toBeUndefined();
  });
});
