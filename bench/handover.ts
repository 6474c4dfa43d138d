/**
 * `npm run bench:handover`: talks of patients with the staff on the real server, over SQLite: each message is timed from
 * its sending to its arrival on the other side, and every one is counted. Options: --talks N --rate R --seconds S.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { WebSocket } from 'ws';
import type { StaffClient } from '../test/channels/staff/staff-client';
import { openClinic, talksIn } from '../test/handover/open-clinic';
import { quantile } from './lib/quantile';

/** Milliseconds the last messages have to arrive. */
const LAST_MS = 5_000;

/** A client gives a connection up after ten seconds on a machine with other work. */
const MOST_TRIES = 6;

/** What is known of the messages of one direction. */
interface Way {
  readonly sent: Map<string, number>;
  readonly times: number[];
  readonly seen: Map<string, number>;
}

interface Patient {
  readonly path: string;
  say(text: string): Promise<unknown>;
  close(): void;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      talks: { type: 'string', default: '200' },
      rate: { type: 'string', default: '20' },
      seconds: { type: 'string', default: '60' },
    },
  });
  const [talks, rate, seconds] = [Number(values.talks), Number(values.rate), Number(values.seconds)];
  const clinic = await openClinic({ TRUSTED_PROXIES: '1' });
  const { sara, server } = clinic;
  const toStaff = createWay();
  const toPatient = createWay();
  try {
    await sara.get('/staff/inbox');
    await sara.post('/staff/inbox/available', { on: 'yes' });
    const patients: Patient[] = [];
    for (let at = 0; at < talks; at += 1)
      patients.push(await persist(() => beginTalk(server.url, sara, at, toPatient)));
    const ending = new AbortController();
    const reading = patients.map(({ path }) => readTalk(sara, path, toStaff, ending.signal));
    const sending: Promise<unknown>[] = [];
    for (let at = 0; at < rate * seconds; at += 1) {
      const patient = patients[at % patients.length];
      if (patient === undefined) break;
      const text = `message ${at}`;
      toStaff.sent.set(text, performance.now());
      toPatient.sent.set(text, performance.now());
      const answer = () => sara.post(`${patient.path}/answer`, { key: text, text, json: 'yes' });
      sending.push(
        persist(() => patient.say(text)),
        persist(answer),
      );
      await sleep(1000 / rate);
    }
    await Promise.all(sending);
    await sleep(LAST_MS);
    ending.abort();
    await Promise.all(reading);
    patients.forEach((patient) => patient.close());
    console.log(`${talks} talks, ${rate} messages a second each way for ${seconds} s`);
    console.log(describe('patient to staff', toStaff));
    console.log(describe('staff to patient', toPatient));
  } finally {
    await clinic.close();
  }
}

/** Tries again what never reached the server, as a browser does; what did reach it counts once, by its key. */
async function persist<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === MOST_TRIES) throw error;
    }
  }
}

const createWay = (): Way => ({ sent: new Map(), times: [], seen: new Map() });

/** Takes note of a message that has arrived. */
function arrive(way: Way, said: string): void {
  const text = /message \d+/.exec(said)?.[0];
  const sentAt = text === undefined ? undefined : way.sent.get(text);
  if (text === undefined || sentAt === undefined) return;
  way.times.push(performance.now() - sentAt);
  way.seen.set(text, (way.seen.get(text) ?? 0) + 1);
}

function describe(name: string, { sent, times, seen }: Way): string {
  const lost = [...sent.keys()].filter((text) => !seen.has(text)).length;
  const doubled = [...seen.values()].filter((times) => times > 1).length;
  const [middle, late] = [quantile(times, 0.5), quantile(times, 0.99)].map((value) => value.toFixed(0));
  return `${name}: ${sent.size} sent, ${lost} lost, ${doubled} doubled; median ${middle} ms, p99 ${late} ms`;
}

/** A patient who has a person, from an address of their own. */
async function beginTalk(url: string, sara: StaffClient, at: number, way: Way): Promise<Patient> {
  const address = { 'x-forwarded-for': `10.${at >> 8}.${at & 255}.1`, 'content-type': 'application/json' };
  const begun = await fetch(`${url}/api/chat/token`, { method: 'POST', headers: address, body: '{"begin":true}' });
  const chat = (await begun.json()) as { conversationId: string; token: string; streamUrl: string };
  const socket = new WebSocket(chat.streamUrl, { headers: { 'x-forwarded-for': address['x-forwarded-for'] } });
  const heard: string[] = [];
  socket.on('message', (data: Buffer) => {
    if (data.length === 0) return;
    const { activities } = JSON.parse(data.toString()) as {
      activities: readonly { text?: string; from?: { role?: string } }[];
    };
    for (const { text = '', from } of activities) {
      heard.push(text);
      if (from?.role === 'bot') arrive(way, text);
    }
  });
  const headers = { ...address, authorization: `Bearer ${chat.token}` };
  const say = (text: string) =>
    fetch(`${url}/v3/directline/conversations/${chat.conversationId}/activities`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ type: 'message', text, from: { id: 'me' }, channelData: { clientActivityID: text } }),
    });
  const hear = async (part: string): Promise<void> => {
    while (!heard.some((text) => text.includes(part))) await sleep(5);
  };
  await say('أريد موظف');
  await hear('هل توافق');
  await say('نعم');
  await hear('وصل طلبك');
  const [path = ''] = await talksIn(sara, 'waiting');
  await sara.post(`${path}/take`);
  return { path, say, close: () => socket.close() };
}

/** Reads a talk as an open page of the console does. */
async function readTalk(sara: StaffClient, path: string, way: Way, signal: AbortSignal): Promise<void> {
  let known = '';
  for (let after = 0; !signal.aborted;) {
    const { text } = await persist(() => sara.get(`${path}/news?after=${after}&standing=${encodeURIComponent(known)}`));
    const { lines, standing } = JSON.parse(text) as {
      standing: string;
      lines: readonly { number: number; author: string; text: string }[];
    };
    known = standing;
    for (const { author, text: said } of lines) if (author === 'patient') arrive(way, said);
    after = lines.at(-1)?.number ?? after;
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
