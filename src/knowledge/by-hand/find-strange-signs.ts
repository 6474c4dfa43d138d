import { INVISIBLE } from '../../text/drop-invisible';
import { nameSignIn } from './name-sign';
import type { Slip } from './slip';

/** Joiners are letters' own in Persian; in an Arabic text they came along with copying. */
const STRANGE = new RegExp(`${INVISIBLE.source}|[\\u200C\\u200D]`, 'u');
const PERSIAN = /[\u067E\u0686\u0698\u06A9\u06AF\u06CC]/;
const JOINED = /(?<=\p{L})\u200C(?=\p{L})/gu;
/** Emoji of several, such as a family, are held together by it. */
const EMOJI_JOINER = /(?<=[\p{Extended_Pictographic}\uFE0F])\u200D/gu;
/** Letters in the shape of one place in a word, as PDF files keep them. Whole words (God's name, blessings) and ornate brackets are signs of their own. */
const SHAPED = /[\uFB50-\uFBB1\uFBD3-\uFD3D\uFD50-\uFDEF\uFE70-\uFEFC]/;
const WORD_QUOTES = /(?:^|[:-])\s+([\u2018\u201A\u201C\u201E][^'"]*[\u2018\u2019\u201C\u201D])\s*$/;
/** These lines are cleaned when they are read. */
const CLEANED = /^(?:phone|whatsapp|emergency|helpline|map|booking|privacyPage):/;

/** Signs in a content file that look like nothing or like another, line by line: comments and what is cleaned are left alone. */
export function findStrangeSigns(text: string): Slip[] {
  return text.split('\n').flatMap((whole, at) => {
    const slip = /^\s*#/.test(whole) || CLEANED.test(whole) ? undefined : strangeIn(whole.replace(/^\uFEFF|\r$/g, ''));
    return slip === undefined ? [] : [{ line: at + 1, ...slip }];
  });
}

function strangeIn(whole: string): Omit<Slip, 'line'> | undefined {
  if (!/[\t\u00AD\u061C\u180E\u200B-\u200F\u2018-\u201E\u202A-\u202E\u2060-\u206F\uFB50-\uFEFF]/.test(whole))
    return undefined;
  const line = (PERSIAN.test(whole) ? whole.replace(JOINED, ' ') : whole).replace(EMOJI_JOINER, ' ');
  const invisible = line.search(STRANGE);
  if (invisible !== -1)
    return {
      found: nameSignIn(line, invisible),
      expected: 'letters and signs that can be seen',
      tip: 'delete it, or type the words around it again',
    };
  const shaped = SHAPED.exec(line)?.[0];
  if (shaped !== undefined)
    return {
      found: `letters in the shape of a PDF file: ${wordAround(line, shaped)}`,
      expected: 'the letters of a keyboard',
      tip: `write ${wordAround(line, shaped).normalize('NFKC')}`,
    };
  const quoted = WORD_QUOTES.exec(line)?.[1];
  if (quoted !== undefined)
    return {
      found: `the quotation marks of Word: ${quoted.slice(0, 40)}`,
      expected: "plain quotation marks ('…'), or none",
      tip: "delete them, or type ' in their place",
    };
  const tab = line.indexOf('\t');
  if (tab === -1) return undefined;
  return {
    found: nameSignIn(line, tab),
    expected: 'one text on the line',
    tip: 'it came with cells of a spreadsheet: keep one of them, or press the space bar in its place',
  };
}

function wordAround(line: string, sign: string): string {
  return line.split(/\s+/).find((word) => word.includes(sign)) ?? sign;
}
