import { ALEF, BEH, FEH, KAF, LAM, WAW } from '../../text/letters';
import { normalize } from '../../text/normalize';
import type { Remark } from '../remark';
import type { Knowledge } from '../knowledge';
import type { Forbidden } from '../schema/forbidden';
import { saidTexts, type Speech } from './said-texts';

/** Letters that may be written onto the first word: and, so, with, for, like, the. */
const ATTACHED = `(?:[${WAW}${FEH}])?(?:[${BEH}${LAM}${KAF}])?(?:${ALEF}?${LAM})?`;

/** No answer and no message holds a wording of forbidden.yaml, however it is spelt. Questions and buttons are the patient's words. */
export function checkForbidden(knowledge: Speech & Pick<Knowledge, 'forbidden'>): Remark[] {
  const rules = knowledge.forbidden.wordings.map((rule) => ({ ...rule, find: finderOf(rule) }));
  const texts = saidTexts(knowledge).filter(({ role }) => role === 'answer' || role === 'message');
  return texts.flatMap(({ file, path, text }) =>
    rules.flatMap(({ find, reason, instead }) =>
      find(text).map((wording) => ({
        kind: 'fault' as const,
        file,
        path,
        found: `the forbidden wording "${wording}" (${reason})`,
        expected: 'a text without it',
        tip: instead,
      })),
    ),
  );
}

function finderOf(rule: Forbidden['wordings'][number]): (text: string) => readonly string[] {
  const harmless = patternOf(rule.unless ?? []);
  const any = patternOf(rule.words);
  const wordings = rule.words.map((wording) => ({ wording, pattern: patternOf([wording]) }));
  return (text) => {
    const plain = ` ${normalize(text)} `.replace(harmless, ' ');
    if (plain.search(any) === -1) return [];
    return wordings.filter(({ pattern }) => plain.search(pattern) !== -1).map(({ wording }) => wording);
  };
}

/** Whole words, with what may be attached before the first. */
function patternOf(wordings: readonly string[]): RegExp {
  if (wordings.length === 0) return /(?!)/g;
  const longestFirst = wordings.map((wording) => normalize(wording)).sort((a, b) => b.length - a.length);
  return new RegExp(`(?<= )${ATTACHED}(?:${longestFirst.join('|')})(?= )`, 'gu');
}
