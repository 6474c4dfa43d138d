import type { Reading } from '../reading/reading';

/** What the matcher judges of a message: everything but the filler; the whole message when it is nothing else. */
export function askingPart({ clauses }: Reading): string {
  const telling = clauses.filter(({ kind }) => kind !== 'filler');
  return (telling.length > 0 ? telling : clauses).map(({ text }) => text).join(' ');
}
