import type { ChannelOf } from '../../bot/turn/channel';
import { namesOf } from '../../bot/understand/names-of';
import { createTextChannel } from '../../bot/turn/text-channel';
import { teamsHostOf } from '../../channels/bot-framework/microsoft-cloud';
import { TEAMS, createTeamsChannel } from '../../channels/teams/create-teams-channel';
import type { Config } from '../settings/config';
import type { Knowledge } from '../../knowledge/knowledge';

/** Channels whose client is Web Chat or another that knows all of Bot Framework's buttons. */
const WEB_CHAT: ReadonlySet<string> = new Set(['directline', 'webchat', 'emulator']);

/** The channels as this configuration has them. */
export function createChannels(
  { directLineSecret, botFramework }: Pick<Config, 'directLineSecret' | 'botFramework'>,
  knowledge: Knowledge,
): ChannelOf {
  const names = namesOf(knowledge.messages);
  const elsewhere = createTextChannel({ names });
  const webChat = createTextChannel({ names, answersCarryData: true });
  const teams = createTeamsChannel(
    knowledge,
    teamsHostOf(botFramework.kind === 'azure' ? botFramework.cloud : 'public'),
  );
  const ours = createTextChannel({ isElsewhere: false, names, answersCarryData: true });
  return (id) => {
    if (id === TEAMS) return teams;
    // Azure uses the same channel id for its own Direct Line.
    if (id === 'directline' && directLineSecret === undefined) return ours;
    return WEB_CHAT.has(id) ? webChat : elsewhere;
  };
}
