import type { Middleware } from 'botbuilder';
import type { Logger } from 'pino';
import type { Assistant } from '../../bot/turn/create-assistant';
import { describeConnection } from '../../channels/bot-framework/describe-connection';
import { createAuthentication } from '../../channels/bot-framework/create-authentication';
import { type Delivery, createDelivery } from '../../channels/bot-framework/delivery/create-delivery';
import { HttpAdapter } from '../../channels/bot-framework/http-adapter';
import type { Config } from '../settings/config';
import type { Stores } from '../stores/open-stores';
import { hashId } from '../../server/create-log';
import type { Metrics } from '../../server/metrics';

/** What the door of Bot Framework channels is made of. */
export interface DoorDependencies {
  readonly config: Pick<Config, 'botFramework'>;
  readonly assistant: Pick<Assistant, 'onTurnError'>;
  readonly stores: Pick<Stores, 'outbox'>;
  /** Run for every turn, in this order. */
  readonly turns: readonly Middleware[];
  readonly metrics: Pick<Metrics, 'undelivered'>;
  readonly log: Logger;
}

/** Who takes requests of channels and signs ours, and what brings the replies there. */
export interface Door {
  readonly adapter: HttpAdapter;
  readonly delivery: Delivery;
}

/** Wires both. */
export function createDoor({ config, assistant, stores, turns, metrics, log }: DoorDependencies): Door {
  const { botFramework } = config;
  const adapter = new HttpAdapter(createAuthentication(botFramework.kind === 'off' ? { kind: 'local' } : botFramework));
  const delivery = createDelivery({
    outbox: stores.outbox,
    connect: (serviceUrl) => adapter.connectorFor(serviceUrl, botFramework.kind === 'azure' ? botFramework.appId : ''),
    onLost: ({ channel, conversation, tries, status, error }) => {
      metrics.undelivered(channel);
      const failure = { tries, ...(status !== undefined && { status }), ...describeConnection(error) };
      log.error({ channel, conversation: hashId(conversation), ...failure }, 'a reply could not be delivered');
    },
    onLate: ({ channel, conversation }) => {
      metrics.undelivered(channel);
      log.error({ channel, conversation: hashId(conversation) }, 'a reply was left by an earlier run for too long');
    },
    onFailure: (error) => log.error({ err: error }, 'the outbox failed'),
  });
  adapter.use(delivery.middleware, ...turns);
  adapter.onTurnError = assistant.onTurnError;
  return { adapter, delivery };
}
