import type { Remark } from '../remark';
import { saidTexts, type Speech } from './said-texts';

/** A Latin question mark, comma or semicolon after an Arabic letter (with or without a space). */
const LATIN_SIGN = /[\u0600-\u06FF]\s*([?,;])/;
/** Unicode gives the Arabic signs as these. */
const ARABIC_SIGN: Readonly<Record<string, number>> = { '?': 0x061f, ',': 0x060c, ';': 0x061b };

/** Arabic texts use Arabic punctuation: Latin signs stand on the wrong side on some phones. */
export function checkArabicSigns(knowledge: Speech): Remark[] {
  return saidTexts(knowledge).flatMap(({ file, path, text }) => {
    const sign = LATIN_SIGN.exec(text)?.[1];
    if (sign === undefined) return [];
    const arabic = String.fromCodePoint(ARABIC_SIGN[sign] ?? 0x20);
    const found = `the Latin sign ${sign} in an Arabic text`;
    return [
      { kind: 'fault' as const, file, path, found, expected: `the Arabic sign ${arabic}`, tip: `write ${arabic}` },
    ];
  });
}
