/** What a message in HTML holds. */
export interface HtmlContent {
  readonly text: string;
  /** Whether a picture stands in it that is no emoji. */
  readonly hasPicture: boolean;
}

/** A quoted or forwarded message: not what the person says. Ends at its own end, or where the next one begins. */
const QUOTE = /<blockquote\b[^<>]*>[^<]*(?:<(?!\/?blockquote\b)[^<]*)*<\/blockquote\s*>/gi;
const IMAGE = /<img\b[^<>]*>/gi;
const EMOJI = /schema\.skype\.com\/Emoji/i;
const ALT = /\balt\s*=\s*["']([^"'<>]*)["']/i;
const LINE = /<(?:br|\/p|\/div|\/li|\/h\d|\/tr)\b[^<>]*>/gi;
const TAG = /<\/?[a-z][^<>]*>/gi;
const ENTITY = /&(?:#(\d{1,7})|([a-z]{2,6}));/gi;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' };
const LAST_CODE_POINT = 0x10ffff;

/** Reads what channels write as HTML: the words, emoji among them, and whether there is a picture. Pure. */
export function readHtml(html: string): HtmlContent {
  const own = html.replace(QUOTE, ' ');
  const text = own
    .replace(IMAGE, (image) => (EMOJI.test(image) ? (ALT.exec(image)?.[1] ?? '') : ' '))
    .replace(LINE, '\n')
    .replace(TAG, '')
    .replace(ENTITY, readEntity)
    .replace(/[^\S\n]+/g, ' ')
    .trim();
  return { text, hasPicture: [...own.matchAll(IMAGE)].some(([image]) => !EMOJI.test(image)) };
}

function readEntity(entity: string, code: string | undefined, name = ''): string {
  if (code === undefined) return NAMED[name.toLowerCase()] ?? entity;
  const point = Number(code);
  return point <= LAST_CODE_POINT ? String.fromCodePoint(point) : ' ';
}
