import type { Activity, CloudAdapter, TurnContext } from 'botbuilder';
import {
  AuthenticationConstants,
  ClaimsIdentity,
  type ConnectorClient,
  ConnectorFactory,
} from 'botframework-connector';
import { createConnector, type ConnectorDependencies, type Turn } from './connector';
import type { Party } from './party';

/** What runs the bot. */
export interface BotDependencies extends ConnectorDependencies {
  readonly adapter: Pick<CloudAdapter, 'processActivityDirect'>;
  readonly bot: { run(context: TurnContext): Promise<void> };
  /** The bot's Azure app id; undefined or empty where it has none. */
  readonly appId?: string | undefined;
}

/** Not an address: replies go to the log, and nothing may be sent anywhere else. */
const SERVICE_URL = 'urn:prp-assistant:direct-line';

/**
 * Lets the bot answer one kept activity, in this process, without any network, with and without an app id.
 *
 * @param finish called at the end of the bot's turn, and within it: what it writes is stored with the turn
 */
export async function runTurn(dependencies: BotDependencies, turn: Turn, finish: () => Promise<void>): Promise<void> {
  const { adapter, bot, appId = '', party } = dependencies;
  const claimsIdentity = new ClaimsIdentity([
    { type: AuthenticationConstants.AudienceClaim, value: appId },
    { type: AuthenticationConstants.AppIdClaim, value: appId },
  ]);
  const authentication = {
    audience: AuthenticationConstants.ToChannelFromBotOAuthScope,
    claimsIdentity,
    connectorFactory: new OneConnector(createConnector(dependencies, turn)),
  };
  await adapter.processActivityDirect(authentication, readIncoming(party, turn), async (context) => {
    await bot.run(context);
    await finish();
  });
}

/** Gives the same connector whatever address is asked for. */
class OneConnector extends ConnectorFactory {
  constructor(private readonly connector: ConnectorClient) {
    super();
  }

  override create(): Promise<ConnectorClient> {
    return Promise.resolve(this.connector);
  }
}

/** What was kept as the bot gets it: addressed by the server, with dates for dates. */
function readIncoming(party: Party, { conversation, trigger }: Turn): Activity {
  const { timestamp, localTimestamp, locale = conversation.locale, ...said } = trigger;
  const local = readDate(localTimestamp);
  return {
    ...said,
    timestamp: new Date(timestamp),
    ...(local !== undefined && { localTimestamp: local }),
    ...(locale !== undefined && { locale }),
    channelId: 'directline',
    conversation: { id: conversation.id, isGroup: false },
    from: { id: conversation.userId, role: 'user' },
    recipient: { ...party, role: 'bot' },
    serviceUrl: SERVICE_URL,
  } as unknown as Activity;
}

function readDate(text: unknown): Date | undefined {
  const date = new Date(typeof text === 'string' ? text : '');
  return Number.isNaN(date.getTime()) ? undefined : date;
}
