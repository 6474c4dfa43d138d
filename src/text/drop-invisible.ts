/**
 * Signs nobody sees, which copying out of a chat, a page or a document brings along: soft hyphens, marks of direction,
 * spaces without width, marks of byte order; joiners where they join nothing, for Persian words and emoji need theirs.
 * Source: The Unicode Standard, property Default_Ignorable_Code_Point.
 */
export const INVISIBLE =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]|[\u200C\u200D](?<![\p{L}\p{Extended_Pictographic}\uFE0F].)/u;

const ALL = new RegExp(INVISIBLE.source, 'gu');

/** A text without the signs nobody sees. */
export function dropInvisible(text: string): string {
  return text.replace(ALL, '');
}
