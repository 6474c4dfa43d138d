import { findLinks } from '../../text/find-links';

const ARABIC = /\p{Script=Arabic}/u;
/** Left-to-right isolate and its end: they show nothing and keep what is between them in its own order. */
const ISOLATE = '\u2066';
const END = '\u2069';
/**
 * E-mail addresses and names with "@" whole, Latin words that belong together ("PRP", "Platelet-Rich Plasma"), and
 * telephone numbers with their groups, in any script's digits.
 */
const FOREIGN =
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@\w(?:[\w.]*\w)?|[A-Za-z][A-Za-z0-9]*(?:[ .&+/-][A-Za-z0-9]+)*|\+?\p{Nd}[\p{Nd} ()-]{5,}\p{Nd}/gu;

/**
 * Keeps Latin words and telephone numbers inside an Arabic line in their own order: without it "+966 50 000" is shown
 * with its groups turned round, and signs beside "PRP" jump to its other side. Addresses become links. Lines without
 * Arabic need none of it.
 */
export function isolateForeign(line: string): string {
  const isArabic = ARABIC.test(line);
  const isolate = (part: string): string => (isArabic ? part.replace(FOREIGN, `${ISOLATE}$&${END}`) : part);
  let drawn = '';
  let end = 0;
  for (const { kind, text, at } of findLinks(line)) {
    if (kind === 'mail') continue;
    drawn += `${isolate(line.slice(end, at))}[${text}](${escapeAddress(text)})`;
    end = at + text.length;
  }
  return drawn + isolate(line.slice(end));
}

/** Markdown ends an address at the first bracket that closes. */
const escapeAddress = (address: string): string => address.replaceAll('(', '%28').replaceAll(')', '%29');
