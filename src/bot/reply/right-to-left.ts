/** U+200F: shows nothing; makes a line that begins with Latin letters or digits run right to left. */
const RIGHT_TO_LEFT_MARK = '\u200F';
const ARABIC = /\p{Script=Arabic}/u;
/** The first character that has a direction of its own (digits, bullets and punctuation have none). */
const FIRST_LETTER = /\p{L}/u;

/**
 * Marks the lines of an Arabic text that a client would lay out left to right because they begin with "PRP" or a
 * number. Lines without Arabic (a telephone number, a link, an English sentence) stay as they are.
 */
export function markRightToLeft(text: string): string {
  return text.split('\n').map(markLine).join('\n');
}

function markLine(line: string): string {
  if (!ARABIC.test(line) || line.startsWith(RIGHT_TO_LEFT_MARK)) return line;
  const beginsWithArabic = /^\p{Script=Arabic}/u.test(line.trimStart()) || ARABIC.test(firstLetter(line));
  return beginsWithArabic && !/^\s*[\d+]/.test(line) ? line : RIGHT_TO_LEFT_MARK + line;
}

function firstLetter(line: string): string {
  return FIRST_LETTER.exec(line)?.[0] ?? '';
}
