import { Client } from 'pg';
import { WebSocket } from 'ws';
import { startConnector, converse, type Connector } from '../helpers/connector';
import { visit, type Visitor } from '../helpers/direct-line-kit';
import { type PostgresServer, startPostgres } from '../helpers/postgres';
import { type RunningServer, startServer } from '../helpers/start-server';

jest.setTimeout(180_000);

const EMERGENCY = 'صدري يؤلمني بشدة ولا أستطيع التنفس';
const QUESTION = 'هل حقن البلازما مؤلم؟';

let postgres: PostgresServer;
let server: RunningServer;
let connector: Connector;
let url = '';
beforeAll(async () => {
  postgres = await startPostgres();
  connector = await startConnector();
  url = await postgres.createDatabase();
  server = await startServer({ DATABASE_URL: url });
});
afterAll(async () => {
  await server.stop('SIGKILL');
  await connector.close();
  await postgres.stop();
});

const chat = (): Promise<Visitor> => visit({ domain: `${server.url}/v3/directline` });
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
/** Cuts every connection the program has, as a proxy between that is restarted does. */
const cut = async (): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  );
  await client.end();
};

/** Everything that comes on the stream of a chat, from the beginning of the talk. */
const listen = async (visitor: Visitor): Promise<{ readonly texts: () => string[]; readonly end: () => void }> => {
  const socket = new WebSocket(visitor.streamUrl);
  const texts: string[] = [];
  socket.on('message', (frame: Buffer) => {
    if (frame.length === 0) return;
    const { activities } = JSON.parse(frame.toString()) as { readonly activities: readonly { text?: string }[] };
    for (const { text } of activities) if (text !== undefined) texts.push(text);
  });
  socket.on('error', () => undefined);
  await new Promise((resolve) => socket.once('open', resolve));
  return { texts: () => texts, end: () => socket.terminate() };
};
const until = async (holds: () => boolean): Promise<void> => {
  const end = Date.now() + 20_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error('it did not come about');
    await pause(50);
  }
};

/** Sends a message until it is accepted, under one id, as clients do. */
const insist = async (visitor: Visitor, id: string, tries = 40): Promise<void> => {
  const { status } = await visitor.say(QUESTION, id);
  if (status === 200) return;
  if (tries === 0) throw new Error(`never accepted; last status ${status}`);
  await pause(50);
  await insist(visitor, id, tries - 1);
};

test('a message is kept once and answered once though all connections are cut around it', async () => {
  const visitors = await Promise.all(Array.from({ length: 6 }, chat));
  for (let round = 0; round < 5; round += 1) {
    const posts = visitors.map(async (visitor, n) => {
      await pause(n * 3);
      await insist(visitor, `${visitor.id}-${round}`);
    });
    await pause(round * 4);
    await cut();
    await Promise.all(posts);
  }
  for (const visitor of visitors) {
    await visitor.heard(11);
    await pause(200);
    const texts = await visitor.texts();
    expect(texts.filter((text) => text === QUESTION)).toHaveLength(5);
    expect(texts).toHaveLength(11);
  }
});

test('an answer that an instance killed before it arrived had left is said by another one, once', async () => {
  const other = await startServer({ DATABASE_URL: url });
  const talk = converse(other.url, connector);
  const messages = (): number => connector.received.filter(({ type }) => type === 'message').length;
  const before = messages();
  const release = connector.hold();
  const posted = talk.say(QUESTION).catch(() => 0);
  await until(() => messages() > before);
  const held = connector.received.at(-1)?.text;
  await other.stop('SIGKILL');
  await posted;
  release();
  // The dead one's lease: nobody waits fifteen seconds for it here.
  const client = new Client({ connectionString: url });
  await client.connect();
  expect((await client.query('update letters set claim_until = 0')).rowCount).toBe(1);
  await client.end();
  await until(() => messages() > before + 1);
  await pause(300);
  expect(messages()).toBe(before + 2);
  expect(connector.received.at(-1)).toMatchObject({ text: held, conversation: { id: talk.id } });
});

test('while the database is away an emergency is answered with the number, and the rest goes on when it is back', async () => {
  const [calm, ill] = [await chat(), await chat()];
  await Promise.all([calm.heard(1), ill.heard(1)]);
  const stream = await listen(ill);
  await until(() => stream.texts().length > 0);
  await postgres.crash();

  for (let tries = 0; tries < 3; tries += 1) {
    const refused = await ill.say(EMERGENCY, 'one message');
    expect(refused.status).toBe(503);
    expect(refused.body.error.message).toMatch(/112/);
  }
  await until(() => stream.texts().some((text) => text.includes('112')));
  const told = await calm.say(QUESTION);
  expect(stream.texts().filter((text) => text.includes('112'))).toHaveLength(1);
  expect(told.status).toBe(503);
  expect(told.body.error.message).toMatch(/العيادة/);

  const elsewhere = converse(server.url, connector);
  const before = connector.received.length;
  expect(await elsewhere.say(EMERGENCY)).toBe(200);
  expect(await elsewhere.say('أريد التحدث مع موظف')).toBe(200);
  expect(await elsewhere.say(QUESTION)).toBe(200);
  const [emergency, person, apology] = connector.received.slice(before).filter(({ type }) => type === 'message');
  expect(emergency?.text).toContain('112');
  expect(person?.text).toMatch(/الهاتف|أرقام التواصل/);
  expect(apology?.text).toContain('هاتف العيادة');
  expect((await fetch(`${server.url}/healthz`)).status).toBe(503);

  await postgres.start();
  await until(() => stream.texts().length > 1);
  expect((await calm.say(QUESTION, 'again')).status).toBe(200);
  expect(await calm.heard(3)).toHaveLength(3);
  stream.end();
});

test('a turn that is tried again and again while its state finds no room counts once, when it is kept', async () => {
  const answered = async (): Promise<number> => {
    const text = await (await fetch(`${server.url}/metrics`)).text();
    return Number(/prp_turns_total\{outcome="answered"\} (\d+)/.exec(text)?.[1]);
  };
  const visitor = await chat();
  await visitor.heard(1);
  const before = await answered();
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`create function refuse() returns trigger language plpgsql as
    $$ begin raise exception 'no room' using errcode = '53100'; end $$`);
  await client.query('create trigger full_disk before insert or update on bot_state execute function refuse()');
  expect((await visitor.say(QUESTION)).status).toBe(200);
  await pause(3_000);
  expect(await answered()).toBe(before);
  await client.query('drop trigger full_disk on bot_state');
  await client.end();
  expect(await visitor.heard(3)).toHaveLength(3);
  expect(await answered()).toBe(before + 1);
});

test.each([
  ['at once', 0],
  ['after longer than a turn is tried', 5000],
])(
  'chats in the middle of a turn when the database goes are answered when it returns %s',
  async (_name, milliseconds) => {
    const visitors = await Promise.all(Array.from({ length: 12 }, chat));
    await Promise.all(visitors.map((visitor) => visitor.heard(1)));
    const posts = Promise.allSettled(visitors.map((visitor) => visitor.say(QUESTION)));
    await pause(15);
    await postgres.crash();
    const accepted = (await posts).map((post) => post.status === 'fulfilled' && post.value.status === 200);
    await pause(milliseconds);
    await postgres.start();
    // Longer waits than these 15 s end with an error.
    for (const [n, visitor] of visitors.entries())
      if (accepted[n] === true) expect(await visitor.heard(3)).toHaveLength(3);
  },
);
