import { dropInvisible } from '../../text/drop-invisible';
import { cleanPhoneNumber } from '../../text/phone-number';
import { westernDigits } from '../../text/western-digits';
import type { Shape } from './form-fields';

/**
 * What was typed or pasted into one line, as it is kept: invisible signs that come along with copying go, numbers are
 * written with the digits and in the order every telephone knows, a link gets the beginning nobody types.
 */
export function mend(text: string, shape: Shape): string {
  const plain = dropInvisible(text).replace(/\s+/g, ' ').trim();
  switch (shape) {
    case 'digits':
      return /[a-z]/i.test(plain) ? mend(plain, 'link') : cleanPhoneNumber(plain);
    case 'link':
      return /^[\w-]+(\.[\w-]+)+([/?]\S*)?$/.test(plain) ? `https://${plain}` : plain;
    case 'date':
      return mendDay(westernDigits(plain));
    case 'text':
    case 'yes-no':
      return plain;
    default:
      return shape satisfies never;
  }
}

/** Browsers send year-month-day; where a day is typed, it may begin with either end. */
function mendDay(text: string): string {
  const [, a = '', b = '', c = ''] = /^(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})$/.exec(text) ?? [];
  if (a === '') return text;
  const [year, day] = a.length === 4 ? [a, c] : [c, a];
  return `${year}-${b.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
