import type { Assistant } from '../../bot/turn/create-assistant';
import type { AssistantBot } from '../../bot/turn/assistant-bot';
import type { Knowledge } from '../../knowledge/knowledge';
import { createTeamsBot } from './create-teams-bot';
import { createMessageExtension } from './message-extension';
import { createSearchTopics } from './search-topics';

/** What Teams needs of the assistant. */
export interface TeamsDependencies {
  readonly assistant: Pick<Assistant, 'bot' | 'turn' | 'understand' | 'compose'>;
  readonly knowledge: Knowledge;
}

/** The assistant's bot as Microsoft Teams needs it; activities of other channels are handled as before. */
export function createTeams({ assistant, knowledge }: TeamsDependencies): Pick<AssistantBot, 'run'> {
  const { texts } = assistant.compose;
  const search = createSearchTopics({ ...assistant, knowledge });
  const noSettings = texts.sentence(knowledge.messages.teams.search.noSettings);
  return createTeamsBot({ ...assistant, extend: createMessageExtension({ search, texts, noSettings }) });
}
