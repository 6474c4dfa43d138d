import type { TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { TellStaff } from '../../bot/handover/staff-news';
import { StorageUnavailableError } from '../../bot/ports/storage-unavailable-error';
import type { ChannelOf } from '../../bot/turn/channel';
import { type Assistant, createAssistant } from '../../bot/turn/create-assistant';
import type { BareKind } from '../../bot/turn/turn-without-storage';
import type { Tally } from '../../bot/turn/tally';
import { createTeams } from '../../channels/teams/create-teams';
import type { Content } from '../content/load-content';
import type { Config } from '../settings/config';
import { daysOfBackups } from '../stores/keep-backups';
import type { Stores } from '../stores/open-stores';
import { createChannels } from './create-channels';

/** What answers, made anew for each published content. */
export interface Made {
  readonly assistant: Assistant;
  readonly channelOf: ChannelOf;
  /** For channels of Azure Bot Service. */
  readonly teams: { run(context: TurnContext): Promise<void> };
}

/** What bots count with, keep in and report to. */
interface Surroundings {
  readonly stores: Stores & { readonly tell: TellStaff };
  readonly tally: Tally;
  readonly onBareAnswer: (kind: BareKind) => void;
  readonly log: Logger;
}

/** Makes what answers with a content. */
export function makeBots(config: Config, content: Content, around: Surroundings): Made {
  const channelOf = createChannels(config, content.knowledge);
  const assistant = createBot(config, content, channelOf, around);
  return { assistant, channelOf, teams: createTeams({ assistant, knowledge: content.knowledge }) };
}

function createBot(
  { stateDays, unansweredDays, backups, staff }: Config,
  content: Content,
  channelOf: ChannelOf,
  { stores, tally, onBareAnswer, log }: Surroundings,
): Assistant {
  return createAssistant({
    ...content,
    storage: stores.state,
    channelOf,
    desk: staff ? stores : undefined,
    unanswered: stores.unanswered,
    personalData: stores.personalData,
    retention: { conversationDays: stateDays, unansweredDays, backupDays: daysOfBackups(backups) },
    isStorageTrouble: (error) => error instanceof StorageUnavailableError,
    tally,
    report: (failure) => log.error(failure, 'a turn failed'),
    onBareAnswer,
  });
}
