import fc from 'fast-check';
import { scrub } from '../../../src/bot/scrubbing/scrub';
import { normalize } from '../../../src/text/normalize';

const NOBODY: readonly string[] = [];
const SARA = ['سارة العتيبي', 'Sara A.'];

describe('scrub', () => {
  it.each([
    ['a plain question', 'هل تفيد البلازما في البهاق؟', 'هل تفيد البلازما في البهاق؟'],
    ['a telephone number', 'كلموني على 0501234567 بخصوص البهاق', 'كلموني على بخصوص البهاق'],
    ['Arabic digits', 'رقمي ٠٥٠ ١٢٣ ٤٥٦٧ وعمري ٣٥', 'رقمي وعمري'],
    ['Persian digits and a plus', 'رقم +۹۸۹۱۲', 'رقم +'],
    ['an e-mail address', 'ايميلي sara@example.com للبهاق', 'ايميلي للبهاق'],
    ['an Arabic e-mail address', 'راسلوني سارة@مثال.شركة شكرا', 'راسلوني شكرا'],
    ['a link', 'شفت https://example.com/x?a=1 عن البهاق', 'شفت عن البهاق'],
    ['a bare domain', 'موقعي example.com.sa/page تمام', 'موقعي تمام'],
    ['a www link', 'www.example.org فيه عرض', 'فيه عرض'],
    ['a handle', 'انا @sara_22 على انستا', 'انا على انستا'],
    ['hidden marks inside a number', '05\u200F01\u200B23', ''],
  ])('takes out %s', (_name, text, expected) => {
    expect(scrub(text, NOBODY)).toBe(expected);
  });

  it.each([
    ['both names', 'انا سارة العتيبي وعندي بهاق', 'انا وعندي بهاق'],
    ['a name in other spelling', 'معاكم ساره عندي بهاق', 'معاكم عندي بهاق'],
    ['a Latin name', 'I am SARA عندي بهاق', 'I am عندي بهاق'],
  ])('takes out %s', (_name, text, expected) => {
    expect(scrub(text, SARA)).toBe(expected);
  });

  it('keeps the letters of a name inside other words', () => {
    expect(scrub('سارت الحال', ['سار'])).toBe('سارت الحال');
  });

  it('leaves no digit, no address and no name, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
        const text = scrub(`${before} سارة 0501٢٣ sara@x.com https://x.y ${after}`, SARA);
        expect(text).not.toMatch(/\p{N}|@|:\/\//u);
        expect(normalize(text).split(' ')).not.toContain(normalize('سارة'));
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => scrub(scrub(text, NOBODY), NOBODY) === scrub(text, NOBODY)),
    );
  });
});
