import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openClient, type RealClient } from '../../helpers/direct-line-client';
import { revisit, startDirectLine, visit, type DirectLineKit, type KitOptions } from '../../helpers/direct-line-kit';
import { startDirectLineProcess, type DirectLineProcess } from '../../helpers/direct-line-process';
import { startPostgres, type PostgresServer } from '../../helpers/postgres';

describe('what was said outlives the server', () => {
  let folder: string;
  const running: DirectLineProcess[] = [];
  const start = async (...options: Parameters<typeof startDirectLineProcess>): Promise<DirectLineProcess> => {
    const server = await startDirectLineProcess(...options);
    running.push(server);
    return server;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'prp-direct-line-'));
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((server) => server.kill()));
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['before the bot said anything', 'kill before'],
    ['after the bot spoke, before it remembered', 'kill said'],
    ['after the bot spoke and remembered', 'kill saved'],
  ])('killed %s: after the restart every message has one answer', async (_name, deadly) => {
    const place = { file: join(folder, 'prp.db') };
    const mark = join(folder, 'killed');
    const first = await start(place, mark);
    const visitor = await visit(first);
    const client = openClient({ domain: first.domain, token: visitor.token, conversationId: visitor.id });
    await visitor.say('واحد', 'a');
    await client.messages(3);
    expect((await visitor.say(deadly, 'b')).status).toBe(200);
    expect(await first.ended).toBe('SIGKILL');
    const second = await start(place, mark, first.port);
    const again = revisit(second, visitor);
    // The client cannot know that its message arrived, and sends it again.
    await again.say(deadly, 'b');
    await again.say('ثلاثة', 'c');
    const talk = ['أهلا', 'واحد', '1: واحد', deadly, `2: ${deadly}`, 'ثلاثة', '3: ثلاثة'];
    expect([...(await again.heard(7))].sort()).toEqual([...talk].sort());
    expect((await client.messages(7)).sort()).toEqual([...talk].sort());
    client.end();
  });

  describe('on PostgreSQL', () => {
    let postgres: PostgresServer;
    beforeAll(async () => {
      postgres = await startPostgres();
    }, 60_000);
    afterEach(async () => {
      clients.splice(0).forEach((client) => client.end());
      await Promise.all(kits.splice(0).map((kit) => kit.stop()));
    });
    afterAll(() => postgres.stop());
    const clients: RealClient[] = [];
    const kits: DirectLineKit[] = [];
    const serve = async (options: KitOptions): Promise<DirectLineKit> => {
      const kit = await startDirectLine(options);
      kits.push(kit);
      return kit;
    };

    it('two instances: what is said at one is heard at the other, once and in one order', async () => {
      const place = { url: await postgres.createDatabase() };
      const [left, right] = [await serve({ place }), await serve({ place })];
      const atLeft = await visit(left);
      const atRight = revisit(right, atLeft);
      const options = { token: atLeft.token, conversationId: atLeft.id };
      clients.push(...[left, right].map(({ domain }) => openClient({ domain, ...options })));
      await atLeft.heard(1);
      for (let number = 0; number < 5; number += 1) {
        await Promise.all([atLeft.say(`left ${number}`, `l${number}`), atRight.say(`right ${number}`, `r${number}`)]);
      }
      // The same message at both, as a client sends that got no answer from the first.
      await Promise.all([atLeft.say('twice', 'same'), atRight.say('twice', 'same')]);
      const kept = await atLeft.heard(23);
      expect(new Set(kept).size).toBe(23);
      for (const client of clients) {
        await client.messages(23);
        expect(client.inOrder()).toEqual(kept);
      }
      expect([...left.logged, ...right.logged]).toEqual([]);
    });

    it('an instance is killed in the middle of a turn: another takes it over', async () => {
      const place = { url: await postgres.createDatabase() };
      const mark = join(folder, 'killed');
      const dying = await start(place, mark);
      const visitor = await visit(dying);
      await visitor.heard(1);
      const other = await start(place, mark);
      await visitor.say('kill said', 'a');
      expect(await dying.ended).toBe('SIGKILL');
      const survivor = revisit(other, visitor);
      expect(await survivor.heard(3)).toEqual(['أهلا', 'kill said', '1: kill said']);
    }, 40_000);
  });
});
