import { ActivityTypes, StatusCodes } from 'botbuilder';
import type { TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { AssistantBot } from '../../bot/assistant-bot';
import type { Turn } from '../../bot/turn';
import { TEAMS } from './create-teams-channel';
import type { MessageExtension } from './message-extension';

/** What Teams' own activities are handled with. */
export interface TeamsBotDependencies {
  /** Handles everything that Teams has in common with other channels. */
  readonly bot: Pick<AssistantBot, 'run'>;
  readonly turn: Pick<Turn, 'joined'>;
  readonly extend: MessageExtension;
}

const INSTALLATION: string = ActivityTypes.InstallationUpdate;
const EDIT: string = ActivityTypes.MessageUpdate;
const INVOKE: string = ActivityTypes.Invoke;

const restored = z.object({ eventType: z.literal('undeleteMessage') });

/** The bot with what only Teams brings: installations, the search in the compose box, messages taken back and restored. */
export function createTeamsBot({ bot, turn, extend }: TeamsBotDependencies): Pick<AssistantBot, 'run'> {
  return {
    async run(context) {
      const { channelId, type, name } = context.activity;
      const { value, channelData } = context.activity as { readonly value?: unknown; readonly channelData?: unknown };
      if (channelId !== TEAMS) return bot.run(context);
      switch (type) {
        case INSTALLATION:
          return turn.joined(context);
        case EDIT:
          // A message that was taken back and restored had its answer when it was written.
          return restored.safeParse(channelData).success ? undefined : bot.run(context);
        case INVOKE: {
          const body = extend(name ?? '', value);
          return body === undefined ? bot.run(context) : respond(context, body);
        }
        default:
          return bot.run(context);
      }
    },
  };
}

async function respond(context: TurnContext, body: unknown): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: StatusCodes.OK, body } });
}
