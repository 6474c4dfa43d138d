import { markRightToLeft } from '../../bot/reply/right-to-left';
import type { TextBlock } from './adaptive-card';
import { isolateForeign } from './isolate-foreign';

/** A hyphen at the beginning of a line would become a list, which Teams lays out left to right. */
const HYPHEN = /^\s*[-*]\s+/;
const BULLET = '\u2022 ';

/**
 * The lines of a text, one block each: Teams' Markdown joins lines that are only broken, and a block for each line keeps
 * the direction of each. Paragraphs (apart by an empty line) stand further apart.
 */
export function drawText(text: string): TextBlock[] {
  const paragraphs = text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.split('\n').filter((line) => line.trim() !== ''));
  return paragraphs.flatMap((lines) =>
    lines.map((line, at): TextBlock => {
      const spacing = at === 0 ? 'medium' : 'small';
      return { type: 'TextBlock', text: drawLine(line), wrap: true, spacing };
    }),
  );
}

/** One line of text as Teams reads it right to left. */
export function drawLine(line: string): string {
  return markRightToLeft(isolateForeign(line.replace(HYPHEN, BULLET)));
}
