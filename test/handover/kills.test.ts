import { setTimeout as pause } from 'node:timers/promises';
import { createDataDirectory, startServer } from '../helpers/start-server';
import { converse, startConnector } from '../helpers/connector';
import { knowledgeWithHours, openClinic, talksIn } from './open-clinic';

jest.setTimeout(240_000);

const JSON_TYPE = { 'content-type': 'application/json' };
const ROUNDS = 3;
const EACH = 4;
/** Milliseconds for a program that starts anew beside other work. */
const PATIENCE_MS = 60_000;

/** Tries again until it is taken: what a browser does whose server has gone for a moment. */
async function untilTaken(work: () => Promise<{ readonly status: number }>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  let last: number | string = '';
  while (Date.now() < end) {
    const status = await work().then(
      (answer) => answer.status,
      (error: unknown) => String(error),
    );
    if (status === 200 || status === 303) return;
    last = status;
    await pause(50);
  }
  throw new Error(`never taken: ${last}`);
}

describe('SIGKILL in the middle of a talk', () => {
  it('loses and doubles no message in either direction', async () => {
    const variables = { DATA_DIR: createDataDirectory(), KNOWLEDGE_DIR: knowledgeWithHours('always') };
    let clinic = await openClinic(variables);
    const port = new URL(clinic.server.url).port;
    const { sara } = clinic;
    await sara.get('/staff/inbox');
    await sara.post('/staff/inbox/available', { on: 'yes' });
    const line = `${clinic.server.url}/v3/directline`;
    const begun = await fetch(`${clinic.server.url}/api/chat/token`, {
      method: 'POST',
      headers: JSON_TYPE,
      body: '{"begin":true}',
    });
    const { conversationId, token } = (await begun.json()) as { conversationId: string; token: string };
    const headers = { authorization: `Bearer ${token}`, ...JSON_TYPE };
    const address = `${line}/conversations/${conversationId}/activities`;
    const say = (text: string) =>
      untilTaken(() => {
        const activity = { type: 'message', text, from: { id: 'me' }, channelData: { clientActivityID: text } };
        return fetch(address, { method: 'POST', headers, body: JSON.stringify(activity) });
      });
    const read = async (): Promise<string[]> => {
      const response = await fetch(address, { headers });
      const { activities } = (await response.json()) as { activities: readonly { text?: string }[] };
      return activities.map(({ text = '' }) => text);
    };
    const until = async <Value>(look: () => Promise<Value | undefined>): Promise<Value> => {
      const end = Date.now() + PATIENCE_MS;
      while (Date.now() < end) {
        const seen = await look().catch(() => undefined);
        if (seen !== undefined) return seen;
        await pause(50);
      }
      throw new Error('never seen');
    };
    await say('أريد موظف');
    await until(async () => (await read()).find((text) => text.includes('هل توافق')));
    await say('نعم، حوّلني إلى موظف');
    const path = await until(async () => (await talksIn(sara, 'waiting'))[0]);
    await sara.get(path);
    await sara.post(`${path}/take`);

    for (let round = 0; round < ROUNDS; round += 1) {
      const sending = Promise.all([
        (async () => {
          for (let at = 0; at < EACH; at += 1) await say(`مريض ${round}-${at}`);
        })(),
        (async () => {
          for (let at = 0; at < EACH; at += 1) {
            const text = `موظف ${round}-${at}`;
            await untilTaken(() => sara.post(`${path}/answer`, { key: text, text }));
          }
        })(),
      ]);
      await pause(10 + round * 15);
      await clinic.server.stop('SIGKILL');
      clinic = { ...clinic, server: await startServer({ ...variables, PORT: port }) };
      await sending;
    }

    const expected = Array.from({ length: ROUNDS * EACH }, (_, at) => `${Math.floor(at / EACH)}-${at % EACH}`);
    const heardBy = async (): Promise<string[]> => {
      const { text } = await sara.get(`${path}/news?after=0&standing=`);
      const { lines } = JSON.parse(text) as { lines: readonly { author: string; text: string }[] };
      return lines.filter(({ author }) => author === 'patient').map((each) => each.text);
    };
    await until(async () => ((await heardBy()).length >= expected.length ? true : undefined));
    expect((await heardBy()).filter((text) => text.startsWith('مريض'))).toEqual(expected.map((at) => `مريض ${at}`));
    const said = (await read()).flatMap((text) => /موظف \d-\d$/.exec(text)?.[0] ?? []);
    expect(said).toEqual(expected.map((at) => `موظف ${at}`));
    await clinic.server.stop();
  });
});

describe('a patient of another channel', () => {
  it('is answered where the conversation is, also through a channel that is overloaded', async () => {
    const clinic = await openClinic();
    const connector = await startConnector();
    const { sara } = clinic;
    await sara.get('/staff/inbox');
    await sara.post('/staff/inbox/available', { on: 'yes' });
    const patient = converse(clinic.server.url, connector);
    await patient.say('أريد موظف');
    await patient.say('نعم، حوّلني إلى موظف');
    const [path = ''] = await talksIn(sara, 'waiting');
    await sara.get(path);
    await sara.post(`${path}/take`);
    const before = (await connector.messages(3)).length;
    connector.answer({ status: 429, retryAfter: '0' }, { status: 503 });
    await sara.post(`${path}/answer`, { key: '1', text: 'تفضل' });
    await patient.say('شكرًا، كم السعر؟');
    const heard = await connector.messages(before + 1);
    expect(heard.map(({ text }) => text?.replace(/\u200f/g, '')).slice(before)).toEqual([
      'سارة، من موظفي العيادة:\nتفضل',
    ]);
    expect(heard.at(-1)).toMatchObject({ conversation: { id: patient.id }, recipient: { id: `user-${patient.id}` } });
    expect((await sara.get(path)).text).toContain('شكرًا، كم السعر؟');
    await clinic.close();
    await connector.close();
  });
});
