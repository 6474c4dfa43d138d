import type { Shape } from './form-fields';

const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const DASHES = /[\u2010-\u2015\u2212]/g;

/**
 * What was typed or pasted into one line, as it is kept: invisible signs that come along with copying go, numbers are
 * written with the digits and in the order every telephone knows, a link gets the beginning nobody types.
 */
export function mend(text: string, shape: Shape): string {
  const plain = text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
  switch (shape) {
    case 'digits':
      return /[a-z]/i.test(plain) ? mend(plain, 'link') : mendNumber(plain);
    case 'link':
      return /^[\w-]+(\.[\w-]+)+([/?]\S*)?$/.test(plain) ? `https://${plain}` : plain;
    case 'date':
      return mendDay(mendDigits(plain));
    case 'text':
    case 'yes-no':
      return plain;
    default:
      return shape satisfies never;
  }
}

/** A plus sign at the end is one that stood at the beginning of a line written from the right. */
function mendNumber(text: string): string {
  const number = mendDigits(text).replace(DASHES, '-').replace(/[./]/g, ' ').replace(/\s+/g, ' ').trim();
  return number.replace(/^([^+]+)\+$/, '+$1').replace(/^\+ /, '+');
}

/** The digits 0 to 9, whichever a keyboard wrote. */
export const mendDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, toDigit).replaceAll('\uff0b', '+');

/** Arabic-Indic, Persian and wide digits end in the hexadecimal digit they stand for. */
const toDigit = (digit: string): string => String(digit.charCodeAt(0) & 0xf);

/** Browsers send year-month-day; where a day is typed, it may begin with either end. */
function mendDay(text: string): string {
  const [, a = '', b = '', c = ''] = /^(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})$/.exec(text) ?? [];
  if (a === '') return text;
  const [year, day] = a.length === 4 ? [a, c] : [c, a];
  return `${year}-${b.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
