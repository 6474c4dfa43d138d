import { createClauseReader } from './clauses/create-clause-reader';
import type { FillerContent } from './clauses/create-clause-reader';
import { createFactsReader, type FactsContent } from './facts/create-facts-reader';
import { createFollowUpReader } from './facts/create-follow-up-reader';
import { createMarkReader } from './facts/create-mark-reader';
import type { MessageReader } from './reading';

/** The content a message is read by; `Knowledge` fits. */
export interface ReadingContent extends FactsContent {
  readonly vocabulary: FillerContent & FactsContent['vocabulary'];
}

/** Creates the one reader of whole messages. */
export function createMessageReader(content: ReadingContent): MessageReader {
  const readClauses = createClauseReader(content.vocabulary);
  const readMarks = createMarkReader(content);
  const readFacts = createFactsReader(content, readMarks);
  const isFollowUp = createFollowUpReader(content, readMarks);
  return (text, at) => ({ clauses: readClauses(text), facts: readFacts(text, at), isFollowUp: isFollowUp(text) });
}
