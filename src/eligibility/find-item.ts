import type { Eligibility } from '../knowledge/schema/eligibility-shape';
import { createStemmer } from '../text/stem';
import { phraseWords } from '../text/phrase-index';
import { withinOneEdit } from '../text/within-one-edit';

/** Finds the question (or follow-up) that words speak of. Undefined when none, or two equally. */
export type ItemFinder = (words: readonly string[]) => string | undefined;

const SHORTEST_TYPO = 4;
const EXACT = 2;

/** Finds questions by the words people call them by, forgiving affixes and one wrong letter. */
export function createItemFinder(rules: Eligibility): ItemFinder {
  const stem = createStemmer(new Set());
  const names = rules.questions.flatMap(({ id, short, topic, followUp }) => [
    { id, keys: keysOf([short, ...topic]) },
    ...(followUp === undefined ? [] : [{ id: followUp.id, keys: keysOf([followUp.short]) }]),
  ]);

  function keysOf(phrases: readonly string[]): ReadonlySet<string> {
    const whole = phrases.flatMap(phraseWords);
    return new Set([...whole, ...whole.map(stem)]);
  }

  return (words) => {
    const scored = names
      .map(({ id, keys }) => ({ id, score: words.reduce((sum, word) => sum + nearness(word, stem(word), keys), 0) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score);
    const [best, second] = scored;
    return best === undefined || best.score === second?.score ? undefined : best.id;
  };
}

function nearness(word: string, stem: string, keys: ReadonlySet<string>): number {
  if (keys.has(word) || keys.has(stem)) return EXACT;
  const near = [...keys].some((key) => Math.min(key.length, word.length) >= SHORTEST_TYPO && withinOneEdit(word, key));
  return near ? 1 : 0;
}
