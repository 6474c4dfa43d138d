import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpClient } from './http-client';
import type { Tally } from './tally';
import { openVisitor, type Visitor } from './visitor';

/** Chats opened at the same time. */
const OPENING = 16;
const MILLISECOND = 1;
/** Milliseconds the last replies have to come. */
const LAST_REPLIES = 15_000;

/** Who is talked to, and what is said: each message comes from the next visitor. */
export interface Crowd {
  readonly visitors: readonly Visitor[];
  readonly questions: readonly string[];
}

/** Opens so many chats, each from an address of its own (10.0.0.0/8). */
export async function openChats(http: HttpClient, tally: Tally, count: number, first = 0): Promise<Visitor[]> {
  const visitors: Visitor[] = [];
  let next = first;
  const worker = async (): Promise<void> => {
    while (next < first + count) {
      next += 1;
      const address = `10.${(next >> 16) & 255}.${(next >> 8) & 255}.${next & 255}`;
      visitors.push(await openVisitor({ http, tally, address }));
    }
  };
  await Promise.all(Array.from({ length: OPENING }, worker));
  return visitors;
}

/**
 * Sends so many messages a second whatever becomes of them, at random moments as visitors do, and waits for the last
 * replies.
 */
export async function sendSteadily(
  { visitors, questions }: Crowd,
  { rate, seconds, random }: { readonly rate: number; readonly seconds: number; readonly random: () => number },
): Promise<void> {
  const count = Math.round(rate * seconds);
  const moments = Array.from({ length: count }, () => random() * seconds * 1000).sort((one, other) => one - other);
  const began = performance.now();
  const asked: Promise<void>[] = [];
  for (const [at, moment] of moments.entries()) {
    while (performance.now() - began < moment) await sleep(MILLISECOND);
    asked.push(askNext({ visitors, questions }, at));
  }
  await Promise.race([Promise.all(asked), sleep(LAST_REPLIES, undefined, { ref: false })]);
}

/** So many visitors who ask again as soon as they are answered; gives the turns a second. */
export async function sendClosely(
  crowd: Crowd,
  { width, seconds, first }: { readonly width: number; readonly seconds: number; readonly first: number },
): Promise<{ readonly turns: number; readonly seconds: number }> {
  let next = first;
  let turns = 0;
  const began = performance.now();
  const end = began + seconds * 1000;
  const worker = async (): Promise<void> => {
    while (performance.now() < end) {
      next += 1;
      await askNext(crowd, next);
      turns += 1;
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return { turns, seconds: (performance.now() - began) / 1000 };
}

async function askNext({ visitors, questions }: Crowd, at: number): Promise<void> {
  await visitors[at % visitors.length]?.ask(questions[at % questions.length] ?? '');
}
