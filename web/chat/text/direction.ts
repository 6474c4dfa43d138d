const ARABIC = /\p{Script=Arabic}|\p{Script=Hebrew}/u;
const LETTER = /\p{L}/u;

/**
 * The direction of a line: right to left as soon as it holds Arabic, even where it begins with "PRP"; undefined where it
 * has no letters, so that it follows what is around it.
 */
export function readDirection(line: string): 'rtl' | 'ltr' | undefined {
  if (ARABIC.test(line)) return 'rtl';
  return LETTER.test(line) ? 'ltr' : undefined;
}
