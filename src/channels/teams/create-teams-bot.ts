import { ActivityTypes, StatusCodes } from 'botbuilder';
import type { TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { AssistantBot } from '../../bot/turn/assistant-bot';
import type { Turn } from '../../bot/turn/turn';
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

/** Channels with a compose box that has the search: Teams, and Outlook and Copilot, where the same app may be. */
const SEARCHES: ReadonlySet<string> = new Set([TEAMS, 'm365extensions']);

const restored = z.object({ eventType: z.string().regex(/^undeleteMessage$/i) });

/** The bot with what only Teams brings: installations, the search in the compose box, messages taken back and restored. */
export function createTeamsBot({ bot, turn, extend }: TeamsBotDependencies): Pick<AssistantBot, 'run'> {
  return {
    async run(context) {
      const { channelId, type, name, action } = context.activity;
      const { value, channelData } = context.activity as { readonly value?: unknown; readonly channelData?: unknown };
      if (type === INVOKE && SEARCHES.has(channelId)) {
        const body = extend(name ?? '', value);
        return body === undefined ? bot.run(context) : respond(context, body);
      }
      if (channelId !== TEAMS) return bot.run(context);
      switch (type) {
        case INSTALLATION:
          return action === 'add' ? turn.joined(context) : bot.run(context);
        case EDIT:
          // A message that was taken back and restored had its answer when it was written.
          return restored.safeParse(channelData).success ? undefined : bot.run(context);
        default:
          return bot.run(context);
      }
    },
  };
}

async function respond(context: TurnContext, body: unknown): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: StatusCodes.OK, body } });
}
