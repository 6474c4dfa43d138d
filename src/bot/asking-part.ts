import type { Story } from '../matching/match';
import type { Reading } from '../reading/reading';

/** What the matcher judges of a message: everything but the filler; the whole message when it is nothing else. */
export function askingPart({ clauses }: Reading): Story {
  const telling = clauses.filter(({ kind }) => kind !== 'filler');
  const kept = telling.length > 0 ? telling : clauses;
  let words = 0;
  const begins = kept.map((clause) => {
    const begin = words;
    words += clause.words.length;
    return begin;
  });
  return { text: kept.map(({ text }) => text).join(' '), begins };
}
