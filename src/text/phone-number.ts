import { dropInvisible } from './drop-invisible';
import { westernDigits } from './western-digits';

const FEWEST = 7;
const MOST = 15;
/** Digits, and what people put between them. */
const NUMBER = /\+?\s*\(?\d(?:[\s().\-–/]*\d){6,}/;
const DASHES = /[\u2010-\u2015\u2212]/g;

/** The telephone number in a text, in Western digits, with a leading `+` where it was written; undefined: none. */
export function readPhoneNumber(text: string): string | undefined {
  const found = NUMBER.exec(westernDigits(dropInvisible(text.normalize('NFKC'))))?.[0];
  if (found === undefined) return undefined;
  const digits = found.replace(/\D/g, '');
  if (digits.length < FEWEST || digits.length > MOST) return undefined;
  return found.trimStart().startsWith('+') ? `+${digits}` : digits;
}

/**
 * A telephone number as somebody typed or pasted it, as it is kept: in the digits every telephone knows, without signs
 * nobody sees, with plain spaces and hyphens. A plus sign at the end is one that stood at the beginning of a line written
 * from the right. What is no number stays what it is.
 */
export function cleanPhoneNumber(text: string): string {
  const number = westernDigits(dropInvisible(text)).replace(DASHES, '-').replace(/[./]/g, ' ');
  return number
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^([^+]+)\+$/, '+$1')
    .replace(/^\+ /, '+');
}
