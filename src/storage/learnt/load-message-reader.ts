import { keyOf, readTrained, writeTrained } from '../../learning/kept-model';
import { createMessageReader, learningContent, type ReadingContent } from '../../reading/create-message-reader';
import type { MessageReader } from '../../reading/reading';
import type { KeptLearning } from '../../learning/kept-learning';

const FILE = 'reader.bin';
/** Changes when the meaning of kept numbers changes: other stories, other features. */
const VERSION = 2;

/**
 * The reader of whole messages, with what it learnt kept: learning takes seconds, reading it back some milliseconds. What
 * was learnt from other content, damaged or missing, is learnt and kept anew.
 */
export function loadMessageReader(content: ReadingContent, kept: KeptLearning): MessageReader {
  const key = keyOf(VERSION, learningContent(content));
  const learnt = kept.find(FILE, (bytes) => readTrained(key, bytes));
  const { readMessage, trained } = createMessageReader(content, learnt);
  if (learnt === undefined) kept.keep(FILE, writeTrained(key, trained));
  return readMessage;
}
