import { createRandom } from '../../../src/learning/random';
import { sample } from '../random';
import { createHttpClient } from './http-client';
import { openChats, sendClosely, sendSteadily } from './load';
import type { ChatOptions } from './options';
import type { ProcessUse, ServerProcess } from './server-process';
import { type Count, createTally } from './tally';

/** What the steady load showed. */
export interface Steady {
  readonly count: Count;
  /** Seconds it took to open the chats. */
  readonly opening: number;
  /** The server before the chats, with the chats open, and after the messages. */
  readonly before: ProcessUse;
  readonly opened: ProcessUse;
  readonly after: ProcessUse;
}

/** What one round against one server showed. */
export interface Round {
  readonly turnsPerSecond: number;
  /** Milliseconds of the server's processor a turn. */
  readonly cpuMs: number;
}

/** The servers side by side. */
export interface Saturation {
  readonly ours: readonly Round[];
  readonly echo: readonly Round[];
  /** Our bot over SQLite, where the database is another. */
  readonly sqlite: readonly Round[];
  readonly lost: number;
  readonly doubled: number;
}

/** Chats and messages before anything is measured: a server that has just started compiles its code first. */
const WARM_CHATS = 300;
const WARM_SECONDS = 8;
/** Visitors who ask at the same time when the servers are loaded as far as they go. */
const WIDTH = 32;
/** Chats of each server in that: enough that no visitor comes near the limits on messages. */
const CROWD = 500;
const ROUNDS = 5;
const ROUND_SECONDS = 5;
/** First addresses of later crowds: no address opens two chats. */
const LATER = 100_000;

/** Opens the chats and sends the messages. */
export async function measureSteady(
  server: ServerProcess,
  questions: readonly string[],
  { chats, rate, seconds }: ChatOptions,
): Promise<Steady> {
  const http = createHttpClient(server.url);
  const random = createRandom(1);
  const warm = { visitors: await openChats(http, createTally(), WARM_CHATS, LATER), questions };
  await sendClosely(warm, { width: 1, seconds: WARM_SECONDS, first: 0 });
  for (const visitor of warm.visitors) visitor.leave();

  const tally = createTally();
  const before = await server.use();
  const began = performance.now();
  const visitors = await openChats(http, tally, chats);
  const opening = (performance.now() - began) / 1000;
  const opened = await server.use();
  const crowd = { visitors: sample(visitors, chats, random), questions: sample(questions, questions.length, random) };
  await sendSteadily(crowd, { rate, seconds, random });
  const after = await server.use();
  for (const visitor of visitors) visitor.leave();
  http.close();
  return { count: tally.count(), opening, before, opened, after };
}

/** Loads the servers in turn as far as they go, with the same visitors and questions; the first round warms them up. */
export async function measureSaturation(
  servers: { readonly ours: ServerProcess; readonly echo: ServerProcess; readonly sqlite: ServerProcess | undefined },
  questions: readonly string[],
): Promise<Saturation> {
  const side = (server: ServerProcess) => createSide(server, questions);
  const ours = await side(servers.ours);
  const echo = await side(servers.echo);
  const sqlite = servers.sqlite && (await side(servers.sqlite));
  const sides = [ours, echo, ...(sqlite === undefined ? [] : [sqlite])];
  for (let round = 0; round <= ROUNDS; round += 1) {
    // Whoever goes first changes, so that a machine that slows down favours none.
    for (const each of round % 2 === 0 ? sides : [...sides].reverse()) await each.run();
  }
  const counts = sides.map((each) => each.finish());
  const sum = (read: (count: Count) => number): number => counts.reduce((total, count) => total + read(count), 0);
  return {
    ours: ours.rounds.slice(1),
    echo: echo.rounds.slice(1),
    sqlite: sqlite?.rounds.slice(1) ?? [],
    lost: sum(({ lost }) => lost),
    doubled: sum(({ doubled }) => doubled),
  };
}

async function createSide(server: ServerProcess, questions: readonly string[]) {
  const http = createHttpClient(server.url);
  const tally = createTally();
  const visitors = await openChats(http, tally, CROWD, 2 * LATER);
  const rounds: Round[] = [];
  let first = 0;
  return {
    rounds,
    async run(): Promise<void> {
      const before = await server.use();
      const { turns, seconds } = await sendClosely(
        { visitors, questions },
        { width: WIDTH, seconds: ROUND_SECONDS, first },
      );
      const { cpuSeconds } = await server.use();
      first += turns;
      rounds.push({ turnsPerSecond: turns / seconds, cpuMs: (1000 * (cpuSeconds - before.cpuSeconds)) / turns });
    },
    finish(): Count {
      for (const visitor of visitors) visitor.leave();
      http.close();
      return tally.count();
    },
  };
}
