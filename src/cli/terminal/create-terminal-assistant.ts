import { MemoryStorage } from 'botbuilder';
import { createAssistant } from '../../bot/turn/create-assistant';
import { namesOf } from '../../bot/understand/names-of';
import { loadContent } from '../../program/content/load-content';
import type { KeptLearning } from '../../learning/kept-learning';
import { createTerminalChannel } from './terminal-channel';
import { createTerminalConversation } from './terminal-conversation';
import type { TerminalConversation } from './terminal-conversation';

/** As main.ts has them by default: what the assistant says about keeping data is what it says to patients. */
const RETENTION = { conversationDays: 30, unansweredDays: 30, backupDays: 0 };

/** Where things are. */
export interface TerminalSettings {
  readonly knowledgeDirectory: string;
  /** What was learnt from the content at an earlier start. */
  readonly kept: KeptLearning;
}

/**
 * The assistant with the content of a knowledge directory, talking in this process. Nothing is kept: neither state nor
 * questions without an answer.
 *
 * @throws {KnowledgeError} when the content cannot be used.
 */
export async function createTerminalAssistant(settings: TerminalSettings): Promise<TerminalConversation> {
  const content = await loadContent(settings.knowledgeDirectory, settings.kept);
  const storage = new MemoryStorage();
  const channel = createTerminalChannel(namesOf(content.knowledge.messages));
  const assistant = createAssistant({
    ...content,
    storage,
    channelOf: () => channel,
    unanswered: { record: () => Promise.resolve() },
    personalData: { erase: () => Promise.resolve() },
    retention: RETENTION,
    report: (failure) => process.stderr.write(`${JSON.stringify(failure)}\n`),
  });
  return createTerminalConversation(assistant, storage);
}
