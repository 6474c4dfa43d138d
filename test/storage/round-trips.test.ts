import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { createBotStateStorage } from '../../src/storage/state/bot-state-storage';
import { personalKey } from '../../src/storage/state/state-keys';
import { openDatabase } from '../../src/storage/engine/open-database';
import { startDirectLine, visit } from '../helpers/direct-line-kit';
import { type PostgresServer, startPostgres } from '../helpers/postgres';

jest.setTimeout(60_000);

const DISTANCE_MS = 20;

/** A way to a server that counts how often somebody on it speaks and waits for the answer. */
interface CountedWay {
  readonly server: Server;
  readonly port: number;
  trips: number;
}

const countTrips = async (port: number): Promise<CountedWay> => {
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    let answered = true;
    near.on('data', (bytes) => {
      if (answered) way.trips += 1;
      answered = false;
      far.write(bytes);
    });
    far.on('data', (bytes) => {
      // Far enough away that what travels together is on its way before the first answer comes.
      setTimeout(() => {
        answered = true;
        near.write(bytes);
      }, DISTANCE_MS);
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('close', () => other.destroy());
      one.on('error', () => undefined);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const way: CountedWay = { server, port: (server.address() as AddressInfo).port, trips: 0 };
  return way;
};

let postgres: PostgresServer;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

test('a turn of the chat goes at most four times to PostgreSQL, and once more to see that nothing else waits', async () => {
  const url = await postgres.createDatabase();
  const way = await countTrips(postgres.port);
  const database = await openDatabase({ url: url.replace(String(postgres.port), String(way.port)) });
  const storage = createBotStateStorage({ database });
  const kit = await startDirectLine({
    database,
    run: async (context) => {
      const { channelId, conversation, from } = context.activity;
      const key = personalKey(channelId, conversation.id, from.id);
      const { [key]: found } = (await storage.read([key])) as Record<string, { readonly n: number } | undefined>;
      await storage.write({ [key]: { n: (found?.n ?? 0) + 1 } });
      await context.sendActivity(`answer ${context.activity.text}`);
    },
  });
  const visitor = await visit(kit);
  await visitor.heard(1);
  const counted: number[] = [];
  for (let turn = 1; turn <= 6; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const before = way.trips;
    await visitor.say(String(turn));
    await new Promise((resolve) => setTimeout(resolve, 600));
    counted.push(way.trips - before);
    await visitor.heard(1 + 2 * turn);
  }
  // Signs of life travel on the same way: the quietest turn shows what a turn takes.
  expect(Math.min(...counted)).toBeLessThanOrEqual(5);
  await kit.stop();
  way.server.close();
});
