import type { Story } from '../../matching/match';
import type { Clause } from '../../reading/clauses/clause';
import type { Reading } from '../../reading/reading';

/** The matcher reads no more words. Of a longer message what is told goes first, the farthest from its end first of all. */
const MOST_WORDS = 100;

/** What the matcher judges of a message: everything but the filler; the whole message when it is nothing else. */
export function askingPart({ clauses }: Reading): Story {
  const telling = clauses.filter(({ kind }) => kind !== 'filler');
  const kept = shorten(telling.length > 0 ? telling : clauses);
  let words = 0;
  const begins = kept.map((clause) => {
    const begin = words;
    words += clause.words.length;
    return begin;
  });
  return { text: kept.map(({ text }) => text).join(' '), begins, asking: kept.map(asks) };
}

function asks({ kind }: Clause): boolean {
  return kind === 'question' || kind === 'leaning';
}

function shorten(clauses: readonly Clause[]): readonly Clause[] {
  let over = clauses.reduce((sum, { words }) => sum + words.length, 0) - MOST_WORDS;
  const kept = clauses.filter((clause) => {
    if (over <= 0 || asks(clause)) return true;
    over -= clause.words.length;
    return false;
  });
  return kept.length > 0 ? kept : clauses;
}
