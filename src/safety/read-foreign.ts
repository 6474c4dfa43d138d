import type { UrgentRules } from '../knowledge/schema/urgent';
import { foldForeign } from '../text/fold-foreign';

/** The sign a message in another language than Arabic names; undefined where it names none. */
export type ForeignReader = (text: string) => string | undefined;

/** Words that may stand between those of a phrase ("I can't *really* see"). */
const MOST_BETWEEN = 3;
/** Words before a phrase in which a denial counts. */
const DENIED_WITHIN = 3;
/** Longer texts are nobody's. */
const MOST_WORDS = 400;

/**
 * Hears the plain emergencies of other languages: a phrase of urgent.yaml, its words in order and near each other, not
 * after "if" or "can it", not denied, not years ago.
 */
export function createForeignReader({ signs, asking, denying, past }: UrgentRules['foreign']): ForeignReader {
  const phrases = signs
    .flatMap(({ sign, says }) => says.map((phrase) => ({ sign, words: foldForeign(phrase) })))
    .map((phrase, number) => ({ ...phrase, number }));
  const byFirst = new Map<string | undefined, typeof phrases>();
  for (const phrase of phrases) byFirst.set(phrase.words[0], [...(byFirst.get(phrase.words[0]) ?? []), phrase]);
  const [asks, denies, isOld] = [asking, denying, past].map((words) => new Set(words.flatMap(foldForeign)));

  return (text) => {
    const words = foldForeign(text).slice(0, MOST_WORDS);
    if (words.some((word) => isOld?.has(word) === true)) return undefined;
    const isCalm = (at: number): boolean =>
      words.slice(0, at).some((word) => asks?.has(word) === true) ||
      words.slice(Math.max(0, at - DENIED_WITHIN), at).some((word) => denies?.has(word) === true);
    const said = new Set(words);
    // Most phrases begin with a word that is not there: looking through all of them would take longer than all else here.
    const begun = [...said].flatMap((word) => byFirst.get(word) ?? []).sort((one, other) => one.number - other.number);
    return begun.find(({ words: phrase }) => {
      const at = phrase.every((word) => said.has(word)) ? findInOrder(words, phrase) : undefined;
      return at !== undefined && !isCalm(at);
    })?.sign;
  };
}

/** Where the words of a phrase begin to stand in order, with few others between them. */
function findInOrder(words: readonly string[], phrase: readonly string[]): number | undefined {
  const [first, ...others] = phrase;
  for (let start = 0; start < words.length; start += 1) {
    if (words[start] !== first) continue;
    const near = words.slice(start, start + phrase.length + MOST_BETWEEN);
    let at = 0;
    const isThere = others.every((word) => {
      at = near.indexOf(word, at + 1);
      return at >= 0;
    });
    if (isThere) return start;
  }
  return undefined;
}
