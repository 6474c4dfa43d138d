import type { TrainedPart } from '../learning/kept-model';
import { createClauseReader, type ClauseContent } from './clauses/create-clause-reader';
import { createDistressReader } from './create-distress-reader';
import { createFactsReader, type FactsContent } from './facts/create-facts-reader';
import { createFollowUpReader } from './facts/create-follow-up-reader';
import { createMarkReader } from './facts/create-mark-reader';
import type { MessageReader } from './reading';

/** The content a message is read by; `Knowledge` fits. */
export interface ReadingContent extends ClauseContent, FactsContent {
  readonly vocabulary: ClauseContent['vocabulary'] &
    FactsContent['vocabulary'] & { readonly distress: readonly string[] };
}

/** A reader of messages with what it learnt, to be kept. */
export interface TrainedMessageReader {
  readonly readMessage: MessageReader;
  readonly trained: TrainedPart;
}

/** Creates the one reader of whole messages. Learning takes seconds; `kept` is what was learnt from the same content. */
export function createMessageReader(content: ReadingContent, kept?: TrainedPart): TrainedMessageReader {
  const { readClauses, trained } = createClauseReader(content, kept);
  const readMarks = createMarkReader(content);
  const readFacts = createFactsReader(content, readMarks);
  const readFollowUp = createFollowUpReader(content, readMarks);
  const isDistressed = createDistressReader(content.vocabulary.distress);
  return {
    trained,
    readMessage: (text, at) => ({
      clauses: readClauses(text),
      facts: readFacts(text, at),
      isDistressed: isDistressed(text),
      followUp: readFollowUp(text),
    }),
  };
}

/** What learning depends on, and nothing else of the content. */
export function learningContent({ stories, storyFiles, topics, outOfScope, vocabulary }: ReadingContent): unknown {
  const asked = topics.map(({ question, phrasings }) => [question, phrasings]);
  const { protected: whole, arabizi, social, courtesy } = vocabulary;
  return [stories, storyFiles, asked, outOfScope.groups, whole, arabizi, social, courtesy];
}
