const FEWEST = 7;
const MOST = 15;
/** Digits in any script, and what people put between them. */
const NUMBER = /\+?\s*\(?\p{Nd}(?:[\s().\-–/]*\p{Nd}){6,}/u;
const DIGITS_IN_A_ROW = 10;

/** The telephone number in a text, in Western digits, with a leading `+` where it was written; undefined: none. */
export function readPhoneNumber(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, '');
  const found = NUMBER.exec(plain)?.[0];
  if (found === undefined) return undefined;
  const digits = Array.from(found.matchAll(/\p{Nd}/gu), ([digit]) => valueOf(digit)).join('');
  if (digits.length < FEWEST || digits.length > MOST) return undefined;
  return found.trimStart().startsWith('+') ? `+${digits}` : digits;
}

/** Each script's digits stand in a row that begins with its zero: the value is how many of them come before. */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < DIGITS_IN_A_ROW - 1 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return value;
}
