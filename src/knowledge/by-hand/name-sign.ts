/** What signs that look like nothing, or like another, are called where they are told of. */
const NAMES: Readonly<Record<string, string>> = {
  '\t': 'a tab',
  '\u00A0': 'a no-break space',
  '\u00AD': 'a hidden hyphen',
  '\u061C': 'a mark of direction',
  '\u200B': 'a space without width',
  '\u200C': 'a joiner without width',
  '\u200D': 'a joiner without width',
  '\u200E': 'a mark of direction',
  '\u200F': 'a mark of direction',
  '\u2028': 'a line break of Word',
  '\u202F': 'a narrow no-break space',
  '\uFEFF': 'a mark of byte order',
  '\u000B': 'a line break of Word',
};

/** "U+200E (a mark of direction)": a sign as somebody can look for it. */
function nameSign(sign: string): string {
  const code = `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const name = NAMES[sign];
  return name === undefined ? code : `${code} (${name})`;
}

/** "U+200E (a mark of direction) before "0"": a sign of a text and what follows it. */
export function nameSignIn(text: string, at: number): string {
  const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const rest = text.slice(at + sign.length).trimStart();
  const next = rest === '' ? 'at the end' : `before "${String.fromCodePoint(rest.codePointAt(0) ?? 0)}"`;
  return `${nameSign(sign)} ${next}`;
}
