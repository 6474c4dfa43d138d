/**
 * The assistant behind `@microsoft/agents-hosting`, the successor of Bot Framework's archived SDK: its adapter takes the
 * requests, checks the sender and answers invokes; assistant, turn order, state and delivery are the product's own.
 * `npm run bench:agents` runs the channel contract over it. The package comes with `npm ci --prefix bench/agents`.
 * Reads PORT and DATA_DIR. Without an app id, like the Emulator: for this machine only.
 */
import { join } from 'node:path';
import { createAssistant } from '../src/bot/turn/create-assistant';
import { createDelivery } from '../src/channels/bot-framework/delivery/create-delivery';
import { createTeams } from '../src/channels/teams/create-teams';
import { createChannels } from '../src/program/chat/create-channels';
import { loadContent } from '../src/program/content/load-content';
import { openStores } from '../src/program/stores/open-stores';
import { createKeptLearning } from '../src/storage/learnt/kept-learning';
import { createTurnOrder } from '../src/storage/turns/turn-order';
import { loadAgentsHosting } from './lib/agents/agents-hosting';
import { BridgeAdapter } from './lib/agents/bridge-adapter';
import { createMessagesDoor } from './lib/agents/create-messages-door';

const RETENTION = { conversationDays: 30, unansweredDays: 30, backupDays: 0 };

async function main(folder: string, port: number): Promise<void> {
  const stores = await openStores(
    { file: join(folder, 'assistant.db') },
    {
      stateDays: RETENTION.conversationDays,
      unansweredDays: RETENTION.unansweredDays,
      tokenSigningKey: undefined,
      formerSigningKey: undefined,
    },
    console.error,
  );
  const content = await loadContent('knowledge', createKeptLearning(folder, join('dist', 'kept')));
  const channelOf = createChannels({ directLineSecret: undefined, botFramework: { kind: 'local' } }, content.knowledge);
  const assistant = createAssistant({
    ...content,
    storage: stores.state,
    channelOf,
    unanswered: stores.unanswered,
    personalData: stores.personalData,
    retention: RETENTION,
    report: console.error,
  });
  const teams = createTeams({ assistant, knowledge: content.knowledge });
  const delivery = createDelivery({
    outbox: stores.outbox,
    // Nobody signs in on this machine.
    connect: () => Promise.resolve({ credentials: { signRequest: () => Promise.resolve() } } as never),
    onLost: console.error,
    onLate: console.error,
    onFailure: console.error,
  });
  const bridge = new BridgeAdapter();
  bridge.use(delivery.middleware, createTurnOrder(stores));
  bridge.onTurnError = assistant.onTurnError;
  const { CloudAdapter } = loadAgentsHosting();
  const door = createMessagesDoor(new CloudAdapter({}), (outer) => bridge.run(outer, (context) => teams.run(context)));
  door.listen(port, '127.0.0.1');
  delivery.start();
  process.once('SIGTERM', () => {
    door.close();
    door.closeAllConnections();
    void delivery.stop().then(() => stores.close());
  });
}

main(process.env['DATA_DIR'] ?? 'data', Number(process.env['PORT'] ?? '3979')).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
