import type { Eligibility } from '../knowledge/schema/eligibility-shape';
import type { ItemFinder } from './find-item';
import { createPhraseIndex } from '../text/phrase-index';
import { createNumberReader } from '../text/read-number';
import type { Reading } from './reading';

/** Reads "change my answer about …". Undefined for anything else. */
export type ChangeReader = (words: readonly string[]) => Reading | undefined;

/** Longer messages tell a story; they do not ask to change an answer. */
const MOST_WORDS = 9;

/**
 * A verb of changing, then what: an answer by its topic or number, or just "my answer". A verb with a topic alone
 * ("change the pregnancy") is enough; a verb alone is not.
 */
export function createChangeReader(rules: Eligibility, find: ItemFinder): ChangeReader {
  const { words } = rules;
  const index = createPhraseIndex([
    ['change', words.change],
    ['answer', words.answer],
    ['courtesy', words.courtesy],
    // "Nothing except …" has the same word as "change".
    ['negator', words.negators.filter((word) => !words.change.includes(word))],
  ] as const);
  const readNumber = createNumberReader(words.numbers, words.ordinals);

  return (reply) => {
    if (reply.length > MOST_WORDS) return undefined;
    const heard = new Set<string>();
    const rest: string[] = [];
    for (let at = 0; at < reply.length;) {
      const found = index.longestAt(reply, at);
      if (found === undefined) rest.push(...reply.slice(at, at + 1));
      else heard.add(found.label);
      at += found?.length ?? 1;
    }
    if (!heard.has('change') || heard.has('negator')) return undefined;
    const item = find(rest) ?? numbered(rest);
    if (item !== undefined) return { kind: 'change', item };
    return heard.has('answer') ? { kind: 'change' } : undefined;
  };

  function numbered(rest: readonly string[]): string | undefined {
    const value = rest.map((_, at) => readNumber(rest, at)?.value).find((each) => each !== undefined);
    return value === undefined ? undefined : rules.questions[value - 1]?.id;
  }
}
