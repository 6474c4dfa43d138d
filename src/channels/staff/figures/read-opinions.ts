import { sumOpinions, type OpinionCount } from '../../../staff/figures/sum-opinions';
import type { ConsoleContent } from '../content/content-tools';

/** Days of opinions that are looked at: a quarter, since few people press. */
const DAYS = 91;
const DAY_MS = 86_400_000;

/** What patients said of answers in the last quarter, the most complained of first. */
export async function readOpinions(content: ConsoleContent, now: number): Promise<readonly OpinionCount[]> {
  const [figures, items] = await Promise.all([
    content.figures.list(new Date(now - DAYS * DAY_MS).toISOString().slice(0, 10)),
    content.store.items(),
  ]);
  return sumOpinions(figures, new Map(items.map(({ key, revision }) => [key, revision])));
}
