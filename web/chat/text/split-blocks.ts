/** A part of a message: some lines, or the items of a list. */
export type Block =
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly lines: readonly string[] };

const BULLET = /^[\u200E\u200F\s]*[\u2022*\u2013-]\s+/;

/** Takes a text apart: an empty line ends a paragraph, a line that begins with a bullet is an item of a list. */
export function splitBlocks(text: string): readonly Block[] {
  const blocks: { kind: Block['kind']; lines: string[] }[] = [];
  let isNew = true;
  for (const line of text.split(/\r?\n/)) {
    const kind = BULLET.test(line) ? 'list' : 'lines';
    const last = blocks.at(-1);
    if (line.trim() === '') isNew = true;
    else {
      const content = line.replace(BULLET, '').trim();
      if (last?.kind === kind && (!isNew || kind === 'list')) last.lines.push(content);
      else blocks.push({ kind, lines: [content] });
      isNew = false;
    }
  }
  return blocks;
}
