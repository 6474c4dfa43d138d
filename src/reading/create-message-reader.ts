import { createClauseReader } from './clauses/create-clause-reader';
import type { FillerContent } from './clauses/create-clause-reader';
import type { MessageReader } from './reading';

/** The content a message is read by; `Knowledge` fits. */
export interface ReadingContent {
  readonly vocabulary: FillerContent;
}

/** Creates the one reader of whole messages. */
export function createMessageReader({ vocabulary }: ReadingContent): MessageReader {
  const readClauses = createClauseReader(vocabulary);
  return (text) => ({ clauses: readClauses(text) });
}
