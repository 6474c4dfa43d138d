import { spaced, wholeWords } from '../../text/whole-words';
import type { Remark } from '../remark';
import type { Knowledge } from '../knowledge';
import type { Forbidden } from '../schema/forbidden';
import { saidTexts, type Speech } from './said-texts';

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
  const harmless = wholeWords(rule.unless ?? []);
  const any = wholeWords(rule.words);
  const wordings = rule.words.map((wording) => ({ wording, pattern: wholeWords([wording]) }));
  return (text) => {
    const plain = spaced(text).replace(harmless, ' ');
    if (plain.search(any) === -1) return [];
    return wordings.filter(({ pattern }) => plain.search(pattern) !== -1).map(({ wording }) => wording);
  };
}
