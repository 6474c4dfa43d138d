import { createPickReader } from '../../src/bot/reply/offer';
import type { Offer } from '../../src/bot/reply/offer';
import { normalize } from '../../src/text/normalize';
import { tokenize } from '../../src/text/tokenize';

const choice = (title: string) => ({ title, value: title });
const read = createPickReader({
  number: ['رقم', 'الخيار'],
  ordinals: [['الأول'], ['الثاني', 'تاني واحد'], ['الثالث']],
  noneOfThese: ['لا شيء من هذا', 'شي ثاني'],
  noneButton: 'لا شيء مما سبق',
  yes: ['نعم', 'ايوه'],
  no: ['لا'],
});
const THREE: Offer = { kind: 'suggest', choices: ['السعر', 'عدد الجلسات', 'مدة الجلسة', 'لا شيء مما سبق'].map(choice) };
const ONE: Offer = { kind: 'suggest', choices: ['السعر', 'لا شيء مما سبق'].map(choice) };
const BUTTONS: Offer = { kind: 'buttons', choices: ['السعر', 'عدد الجلسات'].map(choice) };

function pick(text: string, offer: Offer | undefined): string | undefined {
  const picked = read(tokenize(normalize(text)), offer);
  return picked?.kind === 'choice' ? picked.choice.title : picked?.kind;
}

describe('createPickReader', () => {
  it.each([
    ['a digit', '2', THREE, 'عدد الجلسات'],
    ['an Arabic digit', '٣', THREE, 'مدة الجلسة'],
    ['a digit with a dot', '1.', THREE, 'السعر'],
    ['"number two"', 'رقم ٢', THREE, 'عدد الجلسات'],
    ['an ordinal', 'الثاني', THREE, 'عدد الجلسات'],
    ['a dialect ordinal', 'تاني واحد', THREE, 'عدد الجلسات'],
    ['"the third choice"', 'الخيار الثالث', THREE, 'مدة الجلسة'],
    ['a title without hamza', 'عدد الجلسات؟', THREE, 'عدد الجلسات'],
    ['a number under an answer', '2', BUTTONS, 'عدد الجلسات'],
    ['a number beyond the last', '7', THREE, undefined],
    ['zero', '0', THREE, undefined],
    ['a number with no offer', '2', undefined, undefined],
    ['"none of these"', 'لا شيء من هذا', THREE, 'none-of-these'],
    ['"something else"', 'شي ثاني', BUTTONS, 'none-of-these'],
    ['"something else" with no offer', 'شي ثاني', undefined, undefined],
    ['"no" to "did you mean"', 'لا', THREE, 'none-of-these'],
    ['"no" under an answer', 'لا', BUTTONS, undefined],
    ['the button "none"', 'لا شيء مما سبق', THREE, 'none-of-these'],
    ['the button "none" long after', 'لا شيء مما سبق', undefined, 'none-of-these'],
    ['the number of that button', '٤', THREE, 'none-of-these'],
    ['"yes" to the only one', 'ايوه', ONE, 'السعر'],
    ['"yes" to three', 'نعم', THREE, undefined],
    ['a question', 'كم السعر', THREE, undefined],
  ])('reads %s', (_name, text, offer, expected) => {
    expect(pick(text, offer)).toBe(expected);
  });
});
