const ARABIC = /\p{Script=Arabic}/u;
/** Left-to-right isolate and its end: they show nothing and keep what is between them in its own order. */
const ISOLATE = '\u2066';
const END = '\u2069';
/** As the chat finds them (web/chat/text/split-links.ts): the signs that end a sentence are none of an address. */
const ADDRESS = /(https?:\/\/[^\s<>"'\u060C\u061B]*[^\s<>"'\u060C\u061B.,;:!?)\]\u00BB\u061F])/;
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
  return line
    .split(ADDRESS)
    .map((part, at) => {
      // Splitting at a group puts what the group caught at the odd places.
      if (at % 2 === 1) return `[${part}](${part})`;
      return isArabic ? part.replace(FOREIGN, `${ISOLATE}$&${END}`) : part;
    })
    .join('');
}
