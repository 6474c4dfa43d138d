import { normalize } from '../../text/normalize';
import type { Remark } from '../remark';
import type { Knowledge } from '../knowledge';
import { saidTexts, type Speech } from './said-texts';

/**
 * No answer begins with a bare "yes": reached by a wrong way, by a question other than it was written for, it would say
 * yes to a medical question nobody here can judge.
 */
export function checkOpenings(knowledge: Speech & Pick<Knowledge, 'forbidden'>): Remark[] {
  const { openings } = knowledge.forbidden;
  if (openings === undefined) return [];
  const words = openings.words.map((word) => normalize(word));
  return saidTexts(knowledge)
    .filter(({ role }) => role === 'answer')
    .flatMap(({ file, path, text }): Remark[] => {
      const plain = `${normalize(text)} `;
      const opening = words.find((word) => plain.startsWith(`${word} `));
      if (opening === undefined) return [];
      const found = `an answer that begins with "${opening}" (${openings.reason})`;
      return [{ kind: 'fault', file, path, found, expected: 'a sentence that stands alone', tip: openings.instead }];
    });
}
