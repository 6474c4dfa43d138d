import { setTimeout as pause } from 'node:timers/promises';
import { createStaffClient, type StaffClient } from '../channels/staff/staff-client';
import { createDataDirectory, type RunningServer, startServer } from '../helpers/start-server';
import { knowledgeWithHours, openClinic, talksIn } from './open-clinic';

/** What is done in each round: messages both ways, and a SIGKILL of one instance meanwhile. */
export interface KillPlan {
  readonly rounds: number;
  /** Messages each way in a round. */
  readonly each: number;
  /** A database for two instances; undefined: one instance over SQLite. */
  readonly database: string | undefined;
  /** Told after each round. */
  readonly onRound?: (round: number) => void;
}

/** What was sent and what was seen, in order. */
export interface KillCount {
  readonly sent: readonly string[];
  readonly byStaff: readonly string[];
  readonly byPatient: readonly string[];
}

/** Milliseconds for a program that starts anew beside other work. */
const PATIENCE_MS = 120_000;
const LOOK_MS = 50;
/** Lines of a talk that are read at once. */
const FULL_PAGE = 500;
/** Milliseconds after the beginning of a round within which something is killed. */
const LONGEST_FUSE = 90;

/** A clinic of one instance, or of two over one database: who finds one dead asks the other, as behind a proxy. */
class Instances {
  #servers: RunningServer[] = [];
  readonly #clients: StaffClient[] = [];
  #next = 0;

  constructor(
    readonly variables: Readonly<Record<string, string>>,
    servers: readonly RunningServer[],
    sara: StaffClient,
  ) {
    this.#servers = [...servers];
    for (const { url } of servers) {
      const client = createStaffClient(url);
      for (const [name, value] of sara.cookies) client.cookies.set(name, value);
      this.#clients.push(client);
    }
  }

  /** Tries one instance after the other until one has taken it: what a browser does whose server has gone for a moment. */
  async ask<Value>(work: (url: string, sara: StaffClient) => Promise<Value | undefined>): Promise<Value> {
    const end = Date.now() + PATIENCE_MS;
    let last: unknown;
    while (Date.now() < end) {
      this.#next += 1;
      const at = this.#next % this.#servers.length;
      const [server, client] = [this.#servers[at], this.#clients[at]];
      if (server === undefined || client === undefined) continue;
      const value = await work(server.url, client).catch((error: unknown) => {
        last = error;
        return undefined;
      });
      if (value !== undefined) return value;
      await pause(LOOK_MS);
    }
    throw new Error(`never taken: ${String(last)}`);
  }

  async kill(at: number): Promise<void> {
    const server = this.#servers[at];
    if (server === undefined) return;
    await server.stop('SIGKILL');
    this.#servers[at] = await startServer({ ...this.variables, PORT: new URL(server.url).port });
  }

  get count(): number {
    return this.#servers.length;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#servers.map((server) => server.stop('SIGKILL')));
  }
}

/** Runs the rounds and counts: every message has to be seen once, in both directions. */
export async function runKillRounds({ rounds, each, database, onRound }: KillPlan): Promise<KillCount> {
  const variables = {
    KNOWLEDGE_DIR: knowledgeWithHours('always'),
    ...(database === undefined ? { DATA_DIR: createDataDirectory() } : { DATABASE_URL: database }),
  };
  const clinic = await openClinic(variables);
  const others = database === undefined ? [] : [await startServer(variables)];
  const instances = new Instances(variables, [clinic.server, ...others], clinic.sara);
  try {
    const { path, say, read } = await beginTalk(instances);
    const sent: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const texts = Array.from({ length: each }, (_, at) => `${round}-${at}.`);
      sent.push(...texts);
      const answer = (text: string) =>
        instances.ask(async (_url, sara) => {
          await sara.get(path);
          const { status } = await sara.post(`${path}/answer`, { key: text, text: `staff ${text}` });
          return status === 303 ? true : undefined;
        });
      const sending = Promise.all([inOrder(texts, (text) => say(`patient ${text}`)), inOrder(texts, answer)]);
      await pause(Math.random() * LONGEST_FUSE);
      await instances.kill(round % instances.count);
      await sending;
      onRound?.(round);
    }
    const heard = (): Promise<readonly string[]> => instances.ask((_url, sara) => readHeard(sara, path));
    const shown = async (): Promise<readonly string[]> =>
      (await read()).flatMap((text) => /staff (\d+-\d+\.)$/.exec(text)?.[1] ?? []);
    const byStaff = await untilAll(heard, sent.length);
    return { sent, byStaff, byPatient: await untilAll(shown, sent.length) };
  } finally {
    await instances.stop();
  }
}

/** What the staff's page shows of the patient, page after page. */
async function readHeard(sara: StaffClient, path: string): Promise<readonly string[]> {
  const heard: string[] = [];
  for (let after = 0; ;) {
    const { text } = await sara.get(`${path}/news?after=${after}&standing=`);
    const { lines } = JSON.parse(text) as { lines: { number: number; author: string; text: string }[] };
    const said = lines.filter(({ author }) => author === 'patient');
    heard.push(...said.flatMap((line) => /patient (\d+-\d+\.)$/.exec(line.text)?.[1] ?? []));
    const last = lines.at(-1)?.number;
    if (last === undefined || lines.length < FULL_PAGE) return heard;
    after = last;
  }
}

interface PatientTalk {
  readonly path: string;
  readonly say: (text: string) => Promise<unknown>;
  readonly read: () => Promise<readonly string[]>;
}

/** A patient of the site's chat who has a person. */
async function beginTalk(instances: Instances): Promise<PatientTalk> {
  const json = { 'content-type': 'application/json' };
  await instances.ask(async (_url, sara) => {
    await sara.get('/staff/inbox');
    return (await sara.post('/staff/inbox/available', { on: 'yes' })).status === 303 ? true : undefined;
  });
  const { conversationId, token } = await instances.ask(async (url) => {
    const begun = await fetch(`${url}/api/chat/token`, { method: 'POST', headers: json, body: '{"begin":true}' });
    return (await begun.json()) as { conversationId: string; token: string };
  });
  const headers = { authorization: `Bearer ${token}`, ...json };
  const address = `/v3/directline/conversations/${conversationId}/activities`;
  const say = (text: string) =>
    instances.ask(async (url) => {
      const activity = { type: 'message', text, from: { id: 'me' }, channelData: { clientActivityID: text } };
      const posted = await fetch(url + address, { method: 'POST', headers, body: JSON.stringify(activity) });
      return posted.status === 200 ? true : undefined;
    });
  const readFrom = async (url: string): Promise<readonly string[]> => {
    const texts: string[] = [];
    for (let watermark = ''; ;) {
      const response = await fetch(`${url}${address}?watermark=${watermark}`, { headers });
      const page = (await response.json()) as { activities: { text?: string }[]; watermark: string };
      if (page.activities.length === 0) return texts;
      texts.push(...page.activities.map(({ text = '' }) => text));
      ({ watermark } = page);
    }
  };
  const read = (): Promise<readonly string[]> => instances.ask(readFrom);
  const until = (part: string) =>
    instances.ask(async (url) => ((await readFrom(url)).some((text) => text.includes(part)) ? true : undefined));
  await say('أريد موظف');
  await until('هل توافق');
  await say('نعم، حوّلني إلى موظف');
  const path = await instances.ask(async (_url, sara) => (await talksIn(sara, 'waiting'))[0]);
  await instances.ask(async (_url, sara) => {
    await sara.get(path);
    return (await sara.post(`${path}/take`)).status === 303 ? true : undefined;
  });
  return { path, say, read };
}

async function inOrder(texts: readonly string[], send: (text: string) => Promise<unknown>): Promise<void> {
  for (const text of texts) await send(text);
}

/** What was seen once there is as much as was sent, or no more comes. */
async function untilAll(look: () => Promise<readonly string[]>, count: number): Promise<readonly string[]> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const seen = await look();
    if (seen.length >= count || Date.now() > end) return seen;
    await pause(LOOK_MS);
  }
}
