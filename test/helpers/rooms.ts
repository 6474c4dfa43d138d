import { join } from 'node:path';
import { type Content, calmTalk, loadContent } from '../../src/program/content/load-content';
import { loadShipped } from './load-shipped';
import { createKeptLearning } from '../../src/storage/learnt/kept-learning';
import { loadMatcher } from '../../src/storage/learnt/load-matcher';
import { loadMessageReader } from '../../src/storage/learnt/load-message-reader';
import { loadUrgentReader } from '../../src/storage/learnt/load-urgent-reader';

/** Milliseconds a test file waits for them: the first one of a run learns the content. */
export const PATIENCE = 180_000;

const KNOWLEDGE = join(__dirname, '../../knowledge');
/** What is learnt is kept between test files; a build empties it. */
const KEPT = createKeptLearning(join(__dirname, '../../dist/kept'));

/** The rooms below the bot with the shipped content. */
export function createRooms(): Promise<Content> {
  return loadContent(KNOWLEDGE, KEPT);
}

/** The same at once, with the whole matcher, for tests that measure. */
export function loadRooms() {
  const knowledge = loadShipped();
  const matcher = loadMatcher(knowledge, KEPT);
  const readUrgent = loadUrgentReader(knowledge, calmTalk(knowledge), KEPT);
  const readMessage = loadMessageReader(knowledge, KEPT);
  return { knowledge, matcher, readMessage, readUrgent };
}
