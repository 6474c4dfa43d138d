import { dropInvisible } from '../../text/drop-invisible';
import { cleanPhoneNumber } from '../../text/phone-number';
import { nameSignIn } from '../by-hand/name-sign';
import { plainText } from './text';

const PHONE = /^\+?[0-9][0-9 ()-]{4,20}$/;
const NOT_OF_A_PHONE = /[^0-9 ()+-]/u;
const LINK = /^https?:\/\/[^\s/]+\.[^\s/]+\S*$/;
/** Signs that end a sentence, not an address; a closing bracket ends one that has its opening one. */
const LAST_SIGN = /[.,;:!?'"\u00AB\u00BB\u2018-\u201F\u2026\u060C\u061B\u061F\u06D4*_]$|^[^(]*\)$/;

/** A telephone number by hand: signs nobody sees, other spaces and other digits are cleaned; what is left over is named. */
export const phoneNumber = numberLike(
  PHONE,
  "a telephone number in Western digits, between quotation marks, such as '0500000000' or '+966 50 000 0000'",
);

/** A short number by hand. @param pattern what it looks like when it is clean */
export function numberLike(pattern: RegExp, expected: string) {
  return plainText
    .overwrite(cleanPhoneNumber)
    .superRefine((text, issues) => {
      if (pattern.test(text)) return;
      const strange = text.search(NOT_OF_A_PHONE);
      const found = strange !== -1 && /\d{2}/.test(text) ? { found: `"${text}": ${nameSignIn(text, strange)}` } : {};
      issues.addIssue({ code: 'custom', message: expected, params: { ...found, tip: 'type the number again' } });
    })
    .meta({ pattern: pattern.source });
}

/** A link by hand, without the sign that ended the sentence it was copied from. */
export const webLink = plainText
  .overwrite(dropInvisible)
  .superRefine((text, issues) => {
    if (!LINK.test(text))
      issues.addIssue({ code: 'custom', message: 'a link that begins with https://', params: LINK_TIP });
    else if (LAST_SIGN.test(text))
      issues.addIssue({
        code: 'custom',
        message: 'a link that ends with its last letter or digit',
        params: { found: `"${text.slice(-1)}" at the end of ${text.slice(0, -1)}`, tip: 'delete the sign at its end' },
      });
  })
  .meta({ pattern: LINK.source });

const LINK_TIP = { tip: 'open the page, copy its address from the browser and put it here' };
