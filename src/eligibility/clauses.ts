import type { Eligibility } from '../knowledge/schema/eligibility-shape';
import { normalize } from '../text/normalize';
import { tokenize } from '../text/tokenize';
import { createPhraseIndex } from '../text/phrase-index';

/** The words of a clause. */
export type Clause = readonly string[];

/** Commas, full stops, line breaks: what comes after is a statement of its own. */
const CLAUSE_END = /[\p{Terminal_Punctuation}\n]+/u;

/** Splits a reply at its punctuation into clauses of words. Empty ones are left out. */
export function clausesOf(text: string): Clause[] {
  return text
    .split(CLAUSE_END)
    .map((clause) => tokenize(normalize(clause)))
    .filter((clause) => clause.length > 0);
}

/** Cuts clauses where a known phrase stands, which is dropped itself. */
export function createClauseCutter(phrases: readonly string[]): (clauses: readonly Clause[]) => Clause[] {
  const index = createPhraseIndex([['cut', phrases]] as const);
  return (clauses) =>
    clauses.flatMap((clause) => {
      const parts: string[][] = [[]];
      for (let at = 0; at < clause.length;) {
        const found = index.longestAt(clause, at);
        if (found === undefined) parts.at(-1)?.push(...clause.slice(at, at + 1));
        else parts.push([]);
        at += found?.length ?? 1;
      }
      return parts.filter((part) => part.length > 0);
    });
}

/** Takes out of a reply what says nothing by itself. */
export function createPeeler({ courtesy }: Pick<Eligibility['words'], 'courtesy'>): (words: Clause) => Clause {
  const cut = createClauseCutter(courtesy);
  return (words) => cut([words]).flat();
}
