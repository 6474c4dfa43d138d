import { Lexer } from 'yaml';
import type { Slip } from './slip';

/** Only where a line may hold a comment behind a text, or go on in the next, the whole file is worth a second look. */
const COMMENT_BEHIND = /#(?<=^(?!\s*#)[^\n]*\S[ \t]+#)/gm;
const PAIR = /^( *(?:- +)*)[^\s:'"#[{-][^\s:]*: +[^\s|>[{&*!#]/;
const ITEM = /^( *(?:- +)*)- +[^\s|>[{&*!#-](?!.*:(?:\s|$))/;
const BLOCK_BEGINS = /(?:^|[\s-])[|>][-+\d]*\s*(?:#.*)?$/;
/** What prose holds and values such as true, 12 or a-name do not. */
const PROSE = /[^a-z\d.:-]/;
/** A comment as the files of this program have it: well apart, and with a space behind its sign. */
const APART = /^\s{2,}#\s/;
/** How a line begins that wanted to be one of its own: a sign of lists, whichever a program put there, or a key. */
const OWN_LINE = /^(?:[-\u2010-\u2015\u2022\u00B7*\u25AA\u25CF\u25CB]|[\w-]+:)/;

const SCALAR = '\u001F';
const MARKERS = new Set([SCALAR, '\u0002', '\u0018']);

/** Lines YAML makes part of the line above, and ends of texts it takes for comments: both change what is said without a word. */
export function findSwallowed(text: string): Slip[] {
  if (!mayBeCut(text) && !mayGoOn(text)) return [];
  const slips: Slip[] = [];
  let offset = 0;
  let depth = 0;
  let isScalar = false;
  /** The last sign that was not a space, and the plain text that was the last thing on this line. */
  let before = '';
  let plain: { readonly text: string; readonly end: number } | undefined;
  const lineAt = (place: number): number => text.slice(0, place).split('\n').length;
  for (const part of new Lexer().lex(text)) {
    if (MARKERS.has(part)) {
      isScalar = part === SCALAR;
      continue;
    }
    if (isScalar && !/^[|>]/.test(before)) {
      if (depth === 0) slips.push(...goesOn(part, before).map((at) => ({ line: lineAt(offset) + at, ...SWALLOWED })));
      plain = { text: part, end: offset + part.length };
    } else if (/^["']/.test(part)) {
      slips.push(...goesOn(part, '').map((at) => ({ line: lineAt(offset) + at, ...SWALLOWED })));
      plain = undefined;
    } else if (part.startsWith('#') && plain !== undefined) {
      const gap = text.slice(plain.end, offset);
      if (PROSE.test(plain.text) && !APART.test(`${gap}${part}`))
        slips.push({ line: lineAt(offset), ...cutAt(plain.text, part) });
      plain = undefined;
    } else if (/\S/.test(part)) {
      if (/^[[{]$/.test(part)) depth += 1;
      if (/^[\]}]$/.test(part)) depth -= 1;
      plain = undefined;
    } else if (part.includes('\n')) plain = undefined;
    if (/\S/.test(part)) before = isScalar ? '' : part;
    isScalar = false;
    offset += part.length;
  }
  return slips;
}

/** Which further lines of a text without quotation marks were lines of their own: in a list each of them. */
function goesOn(source: string, before: string): number[] {
  const [, ...more] = source.split('\n');
  const own = more.findIndex((line) => line.trim() !== '' && (before === '-' || OWN_LINE.test(line.trim())));
  return own === -1 ? [] : [own + 1];
}

const SWALLOWED = {
  found: 'a line that becomes part of the line above it',
  expected: 'a line of its own',
  tip: 'make it begin under the same letter as its neighbours and with the same sign ("- " in a list); a text of several lines goes under "key: |"',
};

function cutAt(said: string, comment: string): Omit<Slip, 'line'> {
  return {
    found: `only "${said.slice(-40)}" is read: "${comment.slice(0, 40)}" behind it counts as a comment`,
    expected: 'a text without a space before the sign #',
    tip: "put the whole text between quotation marks ('…'); if it was meant as a comment, put it on a line of its own that begins with #",
  };
}

/** Whether a text may end where YAML sees a comment. */
function mayBeCut(text: string): boolean {
  return Array.from(text.matchAll(COMMENT_BEHIND)).some(({ index }) => {
    const line = text.slice(text.lastIndexOf('\n', index) + 1, index);
    return PROSE.test(line.replace(/^[\s-]*[\w-]+:/, '').trim());
  });
}

/** Whether a line that is deeper than the one above may belong to its text. */
function mayGoOn(text: string): boolean {
  let above = '';
  let depth = 0;
  let block = -1;
  for (const line of text.split('\n')) {
    const indent = depthOf(line);
    if (indent === line.length) continue;
    if (block !== -1 && indent > block) continue;
    block = -1;
    if (indent > depth && line[indent] !== '#') {
      if (BLOCK_BEGINS.test(above)) {
        block = depth;
        continue;
      }
      const within = PAIR.exec(above)?.[1]?.length ?? ITEM.exec(above)?.[1]?.length;
      if (within !== undefined && indent > within) return true;
    }
    above = line;
    depth = indent;
  }
  return false;
}

function depthOf(line: string): number {
  let depth = 0;
  while (line[depth] === ' ') depth += 1;
  return depth;
}
