const DIGITS_IN_A_ROW = 10;

/** A text with the digits 0 to 9 and a plain plus sign, whichever a keyboard wrote. */
export function westernDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => String(valueOf(digit))).replaceAll('\uFF0B', '+');
}

/** Each script's digits stand in a row that begins with its zero: the value is how many of them come before. */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < DIGITS_IN_A_ROW - 1 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return value;
}
