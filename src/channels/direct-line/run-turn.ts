import type { Activity, CloudAdapter, TurnContext } from 'botbuilder';
import { AuthenticationConstants, ClaimsIdentity } from 'botframework-connector';
import { createConnectorFactory, type ConnectorDependencies } from './connector';
import type { LoggedActivity } from './conversation-log';

/** What runs the bot. */
export interface BotDependencies {
  readonly adapter: Pick<CloudAdapter, 'processActivityDirect'>;
  readonly bot: { run(context: TurnContext): Promise<void> };
  /** The bot's Azure app id; undefined or empty where it has none. */
  readonly appId?: string | undefined;
}

/** Not an address: replies go to the log, and nothing may be sent anywhere else. */
const SERVICE_URL = 'urn:prp-assistant:direct-line';

/** Lets the bot answer one logged activity, in this process, without any network, with and without an app id. */
export async function runTurn(
  { adapter, bot, appId = '' }: BotDependencies,
  connection: ConnectorDependencies,
): Promise<void> {
  const claimsIdentity = new ClaimsIdentity([
    { type: AuthenticationConstants.AudienceClaim, value: appId },
    { type: AuthenticationConstants.AppIdClaim, value: appId },
  ]);
  const authentication = {
    audience: AuthenticationConstants.ToChannelFromBotOAuthScope,
    claimsIdentity,
    connectorFactory: createConnectorFactory(connection),
  };
  await adapter.processActivityDirect(authentication, readIncoming(connection), (context) => bot.run(context));
}

/** The logged activity as the bot gets it: addressed by the server, with dates for dates. */
function readIncoming({ conversation, bot, trigger }: ConnectorDependencies): Activity {
  const { timestamp, localTimestamp, ...said } = trigger;
  const local = readDate(localTimestamp);
  return {
    ...said,
    timestamp: new Date(timestamp),
    ...(local !== undefined && { localTimestamp: local }),
    channelId: 'directline',
    conversation: { id: conversation.id, isGroup: false },
    from: { id: conversation.userId, role: 'user' },
    recipient: { ...bot, role: 'bot' },
    serviceUrl: SERVICE_URL,
    locale: trigger.locale ?? conversation.locale,
  } as unknown as Activity;
}

function readDate(text: LoggedActivity['localTimestamp']): Date | undefined {
  const date = new Date(text ?? '');
  return Number.isNaN(date.getTime()) ? undefined : date;
}
