import type { Link } from '../client/activity';

/** A part of a text: lines to read, or a button that stands in the place of a line. */
export type Part = { readonly text: string } | { readonly link: Link };

/**
 * Puts each button in the place of the line that holds nothing but its number: nobody has to read a number that they can
 * press. A button without such a line comes last.
 */
export function placeLinks(lines: readonly string[], links: readonly Link[]): readonly Part[] {
  const left = [...links];
  const parts: Part[] = [];
  for (const line of lines) {
    const at = left.findIndex(({ url }) => holdsNumber(line, digitsOf(url)));
    const [link] = at < 0 ? [] : left.splice(at, 1);
    const last = parts.at(-1);
    if (link !== undefined) parts.push({ link });
    else if (last !== undefined && 'text' in last) parts[parts.length - 1] = { text: `${last.text}\n${line}` };
    else parts.push({ text: line });
  }
  return [...parts, ...left.map((link) => ({ link }))];
}

/** A few words before a number are its name; more are a sentence, which stays. */
const MOST_WORDS = 4;

function holdsNumber(line: string, number: string): boolean {
  const words = line.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  return number !== '' && digitsOf(line) === number && words.length <= MOST_WORDS;
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');
