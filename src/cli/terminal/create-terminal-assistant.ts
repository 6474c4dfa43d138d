import { MemoryStorage } from 'botbuilder';
import { createAssistant } from '../../bot/create-assistant';
import { loadKnowledge } from '../../knowledge/load-knowledge';
import { createUrgentReader } from '../../safety/create-urgent-reader';
import { loadMatcher } from '../../storage/load-matcher';
import { createTerminalChannel } from './terminal-channel';
import { createTerminalConversation } from './terminal-conversation';
import type { TerminalConversation } from './terminal-conversation';

/** As main.ts has them by default: what the assistant says about keeping data is what it says to patients. */
const RETENTION = { conversationDays: 30, unansweredDays: 90 };

/** Where things are. */
export interface TerminalSettings {
  readonly knowledgeDirectory: string;
  /** Keeps what the matcher has learnt from the content, so that the next start need not learn it again. */
  readonly modelFile: string;
}

/**
 * The assistant with the content of a knowledge directory, talking in this process. Nothing is kept: neither state nor
 * questions without an answer.
 *
 * @throws {KnowledgeError} when the content cannot be used.
 */
export function createTerminalAssistant({ knowledgeDirectory, modelFile }: TerminalSettings): TerminalConversation {
  const knowledge = loadKnowledge(knowledgeDirectory);
  const storage = new MemoryStorage();
  const channel = createTerminalChannel();
  const assistant = createAssistant({
    knowledge,
    matcher: loadMatcher(knowledge, modelFile),
    readUrgent: createUrgentReader(knowledge.urgent),
    storage,
    channelOf: () => channel,
    unanswered: { record: () => Promise.resolve() },
    personalData: { erase: () => Promise.resolve() },
    retention: RETENTION,
    report: (failure) => process.stderr.write(`${JSON.stringify(failure)}\n`),
  });
  return createTerminalConversation(assistant, storage);
}
