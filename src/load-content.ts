import { setImmediate } from 'node:timers/promises';
import type { Knowledge } from './knowledge/knowledge';
import { loadKnowledge } from './knowledge/load-knowledge';
import { loadMatcher } from './load-matcher';
import type { Matcher } from './matching/match';
import { type UrgentReader, createUrgentReader } from './safety/create-urgent-reader';

/** The clinic's content and what reads messages by it. */
export interface Content {
  readonly knowledge: Knowledge;
  readonly matcher: Matcher;
  readonly readUrgent: UrgentReader;
}

/**
 * Loads the content and prepares its readers.
 *
 * @param keptFolder where the trained matcher is kept from one start to the next
 * @throws KnowledgeError naming every fault
 */
export async function loadContent(directory: string, keptFolder: string): Promise<Content> {
  // Whoever waits for a disk or a server meanwhile gets its answer between the steps.
  await setImmediate();
  const knowledge = loadKnowledge(directory);
  await setImmediate();
  const matcher = loadMatcher(knowledge, { knowledgeDirectory: directory, keptFolder });
  await setImmediate();
  return { knowledge, matcher, readUrgent: createUrgentReader(knowledge.urgent) };
}
