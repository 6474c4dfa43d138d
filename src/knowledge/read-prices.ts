import { spaced, wholeWords } from '../text/whole-words';
import type { Clinic } from './schema/clinic';
import type { Vocabulary } from './schema/vocabulary';

type Price = NonNullable<Clinic['prices']>[number];

/** What a question about prices is about, beside the clinic's list. */
interface AskedPrices {
  /** The entries it asks for. */
  readonly asked: readonly Price[];
  /** What it asks for and the list does not have: "the neck". */
  readonly missing: readonly string[];
  /** The rest of the list. */
  readonly others: readonly Price[];
}

/** Reads what a question asks the price of; `questions`: narrowest first, the first that names anything counts. */
export type PricesReader = (questions: readonly string[], prices: readonly Price[]) => AskedPrices;

/** Creates the reader of what prices are asked of. */
export function createPricesReader(priced: Vocabulary['priced']): PricesReader {
  const things = priced.map(({ name, words }) => ({ name, pattern: wholeWords(words) }));
  return (questions, prices) => {
    const named = questions
      .map((question) => things.filter(({ pattern }) => spaced(question).search(pattern) !== -1))
      .find((found) => found.length > 0);
    const fits = (price: Price, pattern: RegExp): boolean => spaced(price.item).search(pattern) !== -1;
    const asked = prices.filter((price) => named?.some(({ pattern }) => fits(price, pattern)));
    const missing = (named ?? []).filter(({ pattern }) => !prices.some((price) => fits(price, pattern)));
    return {
      asked,
      missing: missing.map(({ name }) => name),
      others: prices.filter((price) => !asked.includes(price)),
    };
  };
}
