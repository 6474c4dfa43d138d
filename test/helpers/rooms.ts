import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadKnowledge } from '../../src/knowledge/load-knowledge';
import { createUrgentReader } from '../../src/safety/create-urgent-reader';
import { loadMatcher } from '../../src/storage/load-matcher';
import type { Rooms } from './in-process-talker';

/** The rooms below the bot with the shipped content. What the matcher learns is kept between test files. */
export function createRooms(): Rooms {
  const knowledge = loadKnowledge(join(__dirname, '../../knowledge'));
  return {
    knowledge,
    matcher: loadMatcher(knowledge, join(tmpdir(), 'prp-assistant-tests', 'matcher.bin')),
    readUrgent: createUrgentReader(knowledge.urgent),
  };
}
