import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type Connector,
  type ConnectorAnswer,
  type Conversation,
  type WireActivity,
  converse,
  startConnector,
} from '../helpers/connector';
import { type RunningServer, createDataDirectory, startServer } from '../helpers/start-server';

const PATIENCE = 60_000;
const EMERGENCY = 'عندي ضيق تنفس شديد بعد الحقن';

let connector: Connector;
let server: RunningServer;

beforeAll(async () => {
  connector = await startConnector();
  server = await startServer();
}, PATIENCE);

afterAll(async () => {
  await server.stop();
  await connector.close();
});

afterEach(() => connector.answer());

const textOf = (activities: readonly WireActivity[]): string => activities.map(({ text }) => text).join('\n');

/** The first line of the log with these words, once the program has printed it. */
async function printed(words: string): Promise<string> {
  for (let looks = 0; looks < 200; looks += 1) {
    const line = server
      .output()
      .split('\n')
      .find((text) => text.includes(words));
    if (line !== undefined) return line;
    await pause(50);
  }
  throw new Error(`the log has no line with ${words}`);
}

/** Does something, and gives the messages the person saw because of it. */
async function seenAfter(act: () => Promise<unknown>): Promise<readonly WireActivity[]> {
  const before = connector.received.length;
  await act();
  return connector.received.slice(before).filter(({ type }) => type === 'message');
}

/** A talk in which the check stands at its second question. */
async function atSecondQuestion(): Promise<Conversation> {
  const talk = converse(server.url, connector);
  for (const text of ['هل تناسبني البلازما؟', 'موافق', 'لا']) await talk.say(text);
  const seen = await seenAfter(() => talk.say('لا'));
  expect(textOf(seen)).toContain('السؤال 2 من');
  return talk;
}

describe('a channel that refuses a reply', () => {
  test.each<[string, readonly ConnectorAnswer[]]>([
    ['412 once', [{ status: 412 }]],
    ['429 twice, without saying how long', [{ status: 429 }, { status: 429 }]],
    ['429, saying how long', [{ status: 429, retryAfter: '1' }]],
    ['500, 502, 503', [{ status: 500 }, { status: 502 }, { status: 503 }]],
    ['425 and 529', [{ status: 425 }, { status: 529 }]],
    ['a cut connection', [{ status: 'cut' }]],
  ])('%s: gets the urgent answer all the same, once', async (_name, answers) => {
    const talk = converse(server.url, connector);
    connector.answer(...answers);
    const seen = await seenAfter(() => talk.say(EMERGENCY));
    expect(textOf(seen)).toContain('اطلب الإسعاف');
    expect(seen).toHaveLength(1);
  });

  test('for good: nothing is tried twice, and the log and the figures say so without anybody’s words', async () => {
    const talk = converse(server.url, connector);
    connector.answer({ status: 403 });
    expect(await seenAfter(() => talk.say('كم السعر'))).toEqual([]);
    const line = await printed('could not be delivered');
    expect(JSON.parse(line)).toMatchObject({ level: 'error', channel: 'emulator', status: 403, tries: 1 });
    expect(line).not.toContain('السعر');
  });
});

describe('a question that may not have arrived', () => {
  test('is asked again before the next words are taken for its answer', async () => {
    const talk = await atSecondQuestion();
    connector.answer({ status: 400, taken: true });
    expect(textOf(await seenAfter(() => talk.say('لا')))).toContain('السؤال 3 من');
    const again = textOf(await seenAfter(() => talk.say('نعم')));
    expect(again).toContain('ربما لم تصلك');
    expect(again).toContain('السؤال 3 من');
    expect(textOf(await seenAfter(() => talk.say('لا')))).toContain('السؤال 4 من');
  });

  test('said twice by a channel that took it and answered 504 counts once', async () => {
    const talk = await atSecondQuestion();
    connector.answer({ status: 504, taken: true });
    const seen = await seenAfter(() => talk.say('لا'));
    expect(seen.map(({ text }) => text?.includes('السؤال 3 من'))).toEqual([true, true]);
    expect(textOf(await seenAfter(() => talk.say('لا')))).toContain('السؤال 4 من');
  });
});

describe('a quoted message', () => {
  const quoting = (id: string, text: string): WireActivity => ({
    type: 'message',
    text: `<quoted messageId="${id}"/> ${text}`,
  });

  test('answers the question it quotes, and no later one', async () => {
    const talk = await atSecondQuestion();
    const present = `reply-${connector.received.length}`;
    expect(textOf(await seenAfter(() => talk.send(quoting('reply-1', 'نعم'))))).toMatch(
      /رسالة سابقة[\s\S]*السؤال 2 من/,
    );
    const shown = `reply-${connector.received.length}`;
    expect(shown).not.toBe(present);
    expect(textOf(await seenAfter(() => talk.send(quoting(shown, 'لا'))))).toContain('السؤال 3 من');
  });
});

describe('a message for the assistant’s eyes alone', () => {
  test('is answered for the sender’s eyes alone', async () => {
    const talk = converse(server.url, connector);
    const recipient = { id: 'bot-1', name: 'Bot', isTargeted: true } as never;
    const [seen] = await seenAfter(() => talk.send({ type: 'message', text: EMERGENCY, recipient }));
    expect(seen?.recipient).toMatchObject({ isTargeted: true });
    expect(connector.requests.at(-1)?.path).toContain('isTargetedActivity=true');
  });
});

test(
  'a program killed before its reply arrived says it at the next start',
  async () => {
    const data = join(createDataDirectory(), 'data');
    const first = await startServer({ DATA_DIR: data });
    const talk = converse(first.url, connector);
    await talk.say('هل تناسبني البلازما؟');
    const count = connector.received.filter(({ type }) => type === 'message').length;
    const release = connector.hold();
    const posted = talk.say('موافق').catch(() => 0);
    const held = (await connector.messages(count + 1)).at(-1)?.text;
    expect(await first.stop('SIGKILL')).toBe('SIGKILL');
    await posted;
    release();
    const second = await startServer({ DATA_DIR: data, PORT: new URL(first.url).port });
    expect((await connector.messages(count + 2)).at(-1)?.text).toBe(held);
    expect(textOf(await seenAfter(() => talk.say('لا')))).toContain('السؤال 1 من');
    await second.stop();
  },
  PATIENCE,
);
