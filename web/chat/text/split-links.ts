import { findLinks } from '../../../src/text/find-links';
import { readSafeUrl } from './safe-url';

/** A piece of a line. */
export interface Piece {
  readonly text: string;
  /** Where it leads; undefined for what leads nowhere. */
  readonly href?: string;
  /** A number that has a button: it keeps its own direction. */
  readonly isNumber?: true;
}

/** Runs of digits that may be a telephone number. */
const DIGITS = /\+?\d(?:[\d ()-]*\d)?/g;
const FEWEST_DIGITS = 8;
const MOST_DIGITS = 15;

/**
 * Finds what can be followed in a line.
 *
 * @param numbers the clinic's own telephone numbers; other digits are a number only where they look like one for sure
 * @param pressed addresses that have buttons of their own: a number twice is one to miss, or to call instead of writing
 */
export function splitLinks(
  line: string,
  numbers: readonly string[],
  pressed: readonly string[] = [],
): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  const links = findLinks(line);
  const digits = Array.from(line.matchAll(DIGITS), ({ 0: text, index: at }) => ({ text, at }));
  for (const { text, at } of [...links, ...digits].sort((one, other) => one.at - other.at)) {
    const href = at < end ? undefined : readHref(text, numbers);
    if (href === undefined) continue;
    if (at > end) pieces.push({ text: line.slice(end, at) });
    pieces.push(pressed.some((url) => isSame(url, href)) ? { text, isNumber: true } : { text, href });
    end = at + text.length;
  }
  if (end < line.length) pieces.push({ text: line.slice(end) });
  return pieces;
}

function readHref(text: string, numbers: readonly string[]): string | undefined {
  if (/^https?:/.test(text)) return readSafeUrl(text);
  if (text.includes('@')) return readSafeUrl(`mailto:${text}`);
  const digits = digitsOf(text);
  const isKnown = numbers.some((number) => digitsOf(number) === digits);
  const isLikely = /^[+0]/.test(text) && digits.length >= FEWEST_DIGITS && digits.length <= MOST_DIGITS;
  return isKnown || isLikely ? `tel:${text.startsWith('+') ? '+' : ''}${digits}` : undefined;
}

/** WhatsApp and a telephone are told apart by their buttons, not by the digits they share. */
function isSame(url: string, href: string): boolean {
  return href.startsWith('tel:') && /^tel:|^https:\/\/wa\.me\//.test(url) && digitsOf(url) === digitsOf(href);
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');
