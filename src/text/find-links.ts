/** A web or e-mail address in a line of text. */
export interface FoundLink {
  readonly kind: 'web' | 'mail';
  readonly text: string;
  /** Where it begins in the line, in UTF-16 units. */
  readonly at: number;
}

/** What stands in no address: spaces, quotation marks, the Arabic comma and semicolon, marks of direction. */
const FINDER =
  /https?:\/\/[^\s<>"'\u060C\u061B\u061C\u200E\u200F\u201C-\u201E\u202A-\u202E\u2066-\u2069\u00AB\u00BB]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
/** Signs that end the sentence, not the address: full stop, question mark and closing brackets, Latin and Arabic. */
const TAIL = /[.,;:!?)\]}\u061F\u06D4\u2026\u2019]$/;
const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Finds the addresses in a line, in order, without the signs of the sentence around them. */
export function findLinks(line: string): readonly FoundLink[] {
  return Array.from(line.matchAll(FINDER), ({ 0: found, index }) =>
    found.startsWith('http')
      ? { kind: 'web', text: withoutTail(found), at: index }
      : { kind: 'mail', text: found, at: index },
  );
}

/** A closing bracket whose opening one stands in the address belongs to it. */
function withoutTail(address: string): string {
  let rest = address;
  while (TAIL.test(rest)) {
    const last = rest.slice(-1);
    const opening = OPENING[last];
    if (opening !== undefined && count(rest, opening) >= count(rest, last)) return rest;
    rest = rest.slice(0, -1);
  }
  return rest;
}

const count = (text: string, sign: string): number => text.split(sign).length - 1;
