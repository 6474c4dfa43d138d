import type { Remark } from '../remark';
import { saidTexts, type Speech } from './said-texts';

/** Two stars or lines, or a word between two of them: bold and italic in WhatsApp and in documents of programmers. */
const EMPHASIS = /\*\*|__|(?<![\p{L}\p{N}*])\*[^\s*][^*\n]*\*(?![\p{L}\p{N}*])/u;

/** The chat shows texts as they stand: signs of emphasis would be read as signs. */
export function checkEmphasis(knowledge: Speech): Remark[] {
  return saidTexts(knowledge).flatMap(({ file, path, text }) => {
    const sign = EMPHASIS.exec(text)?.[0];
    if (sign === undefined) return [];
    const found = `signs of bold or italic letters: ${sign.slice(0, 30)}`;
    const tip = 'delete the stars or lines around the words: the chat has one kind of letters';
    return [{ kind: 'fault' as const, file, path, found, expected: 'plain text', tip }];
  });
}
