import { spaced, wholeWords } from '../../text/whole-words';
import type { Remark } from '../remark';
import type { Forbidden } from '../schema/forbidden';
import type { SaidText } from './said-texts';

/** The wordings of forbidden.yaml in some texts, however they are spelt. */
export function findForbidden(texts: readonly SaidText[], { wordings }: Forbidden): Remark[] {
  const rules = wordings.map((rule) => ({ ...rule, find: finderOf(rule) }));
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
