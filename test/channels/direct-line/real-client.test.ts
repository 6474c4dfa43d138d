import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TurnContext } from 'botbuilder';
import { ConnectionStatus } from 'botframework-directlinejs';
import { fetchToken, openClient, tearSockets, type RealClient } from '../../helpers/direct-line-client';
import {
  ask,
  echo,
  SENTENCES,
  startDirectLine,
  type DirectLineKit,
  type KitOptions,
} from '../../helpers/direct-line-kit';

const DAY = 24 * 3600 * 1000;

describe('botframework-directlinejs', () => {
  let kit: DirectLineKit;
  const clients: RealClient[] = [];
  const serve = async (options: KitOptions = {}): Promise<void> => {
    kit = await startDirectLine(options);
  };
  const open = (options: Omit<Parameters<typeof openClient>[0], 'domain'>): RealClient => {
    const client = openClient({ domain: kit.domain, ...options });
    clients.push(client);
    return client;
  };
  const begin = async (): Promise<RealClient & { readonly id: string; readonly token: string }> => {
    const { token, conversationId: id } = await fetchToken(kit.domain);
    const client = open({ token });
    await client.messages(1);
    return { ...client, id, token };
  };

  afterEach(async () => {
    clients.splice(0).forEach((client) => client.end());
    await kit.stop();
    expect(kit.logged).toEqual([]);
  });

  it('talks: one welcome, then message, echo and answer in order', async () => {
    await serve();
    const client = await begin();
    const id = await client.say('كم السعر؟', 'mine');
    expect(await client.messages(3)).toEqual(['أهلا', 'كم السعر؟', 'قلت: كم السعر؟']);
    expect(client.received[1]).toMatchObject({
      id,
      from: { id: expect.stringMatching(/^dl_/), role: 'user' },
      channelData: { clientActivityID: 'mine' },
    });
    expect(client.received[2]).toMatchObject({ replyToId: id, from: { id: 'bot', name: 'المساعد', role: 'bot' } });
    expect(client.received[0]).not.toHaveProperty('replyToId');
    const stamps = client.received.map(({ timestamp }) => Date.parse(timestamp ?? ''));
    expect(stamps).toEqual([...new Set(stamps)].sort((a, b) => a - b));
    expect(client.statuses.at(-1)).toBe(ConnectionStatus.Online);
  });

  it('talks to a bot that has an account in Azure, without asking Azure', async () => {
    await serve({ appId: '11111111-2222-3333-4444-555555555555' });
    const client = await begin();
    await client.say('سؤال');
    expect(await client.messages(3)).toEqual(['أهلا', 'سؤال', 'قلت: سؤال']);
  });

  it('carries the page’s language to the bot', async () => {
    const locales: unknown[] = [];
    const run = ({ activity }: TurnContext): Promise<void> => {
      locales.push(activity.type, activity.locale);
      return Promise.resolve();
    };
    await serve({ run });
    const { token } = await fetchToken(kit.domain);
    const client = open({ token, locale: 'ar-SA' });
    await client.say('مرحبا');
    await client.messages(1);
    await kit.directLine.stop();
    expect(locales).toEqual(['conversationUpdate', 'ar-SA', 'message', 'ar-SA']);
  });

  it('polls where there is no WebSocket', async () => {
    await serve();
    const { token } = await fetchToken(kit.domain);
    const client = open({ token, webSocket: false });
    await client.messages(1);
    await client.say('سؤال');
    expect(await client.messages(3)).toEqual(['أهلا', 'سؤال', 'قلت: سؤال']);
  });

  it('misses nothing and hears nothing twice when its connection is torn', async () => {
    await serve();
    const client = await begin();
    await client.say('واحد');
    await client.messages(3);
    expect(tearSockets(client.id)).toBe(1);
    await client.say('اثنان');
    expect(await client.messages(5)).toEqual(['أهلا', 'واحد', 'قلت: واحد', 'اثنان', 'قلت: اثنان']);
  });

  it.each([
    ['a reloaded page that remembers nothing else hears the whole talk again', () => '', 5],
    ['one that remembers where it was hears what is new', (seen: string) => seen, 2],
    ['one that remembers nonsense hears the whole talk again', () => 'abc', 5],
  ])('%s, without a second welcome', async (_name, remember, count) => {
    await serve();
    const first = await begin();
    await first.say('واحد');
    await first.messages(3);
    first.end();
    const { watermark } = first.directLine as unknown as { readonly watermark: string };
    const second = open({ token: first.token, conversationId: first.id, watermark: remember(watermark) });
    await second.say('اثنان');
    const all = ['أهلا', 'واحد', 'قلت: واحد', 'اثنان', 'قلت: اثنان'];
    expect(await second.messages(count)).toEqual(all.slice(-count));
  });

  it('shows the same talk in two tabs', async () => {
    await serve();
    const first = await begin();
    const second = open({ token: first.token, conversationId: first.id });
    await second.messages(1);
    await first.say('من الأول');
    await second.messages(3);
    await second.say('من الثاني');
    const talk = ['أهلا', 'من الأول', 'قلت: من الأول', 'من الثاني', 'قلت: من الثاني'];
    expect(await first.messages(5)).toEqual(talk);
    expect(await second.messages(5)).toEqual(talk);
  });

  it('gets one answer to a message that was sent twice', async () => {
    await serve();
    const client = await begin();
    const [first, second] = [await client.say('مرة', 'same'), await client.say('مرة', 'same')];
    expect(second).toBe(first);
    await client.say('بعدها');
    expect(await client.messages(5)).toEqual(['أهلا', 'مرة', 'قلت: مرة', 'بعدها', 'قلت: بعدها']);
  });

  it('sees that the bot is typing, and its own typing reaches no bot', async () => {
    const types: string[] = [];
    await serve({
      run: async (context) => {
        types.push(context.activity.type);
        if (context.activity.type !== 'message') return;
        await context.sendActivity({ type: 'typing' });
        await context.sendActivity({ type: 'trace', name: 'inner', value: 1 });
        await context.sendActivity('تم');
      },
    });
    const { token } = await fetchToken(kit.domain);
    const client = open({ token });
    const from = { id: 'me' };
    expect(await client.post({ type: 'typing', from })).toMatch(/\|/);
    await client.say('سؤال');
    await client.messages(2);
    expect(types).toEqual(['conversationUpdate', 'message']);
    const seen = client.received.map((activity) => [activity.type, activity.from.id === 'bot'] as const);
    expect(seen.filter(([type, isBot]) => type !== 'typing' || isBot)).toEqual([
      ['message', false],
      ['typing', true],
      ['message', true],
    ]);
  });

  it('joins as often as it likes and is welcomed once', async () => {
    await serve();
    const client = await begin();
    const join = { type: 'event', name: 'webchat/join', value: { language: 'ar' }, from: { id: 'me' } };
    await client.post(join);
    await client.post(join);
    await client.say('سؤال');
    expect(await client.messages(3)).toEqual(['أهلا', 'سؤال', 'قلت: سؤال']);
    expect(client.received.filter(({ type }) => type === 'event')).toHaveLength(2);
  });

  it('is told at once that a file is not taken, and the bot says so in the chat', async () => {
    await serve();
    const client = await begin();
    const attachments = [{ contentType: 'image/png', contentUrl: `${kit.url}/healthz`, name: 'صورة.png' }];
    const sending = client.post({ type: 'message', text: 'انظر', attachments, from: { id: 'me' } });
    await expect(sending).rejects.toMatchObject({ status: 415 });
    expect(await client.messages(2)).toEqual(['أهلا', SENTENCES.filesNotAccepted]);
  });

  it('is told at once that it writes too fast; nothing of it is kept, and later it goes on', async () => {
    await serve({ limits: { messagesPerConversation: { points: 2, seconds: 2 } } });
    const client = await begin();
    await client.say('واحد');
    await client.say('اثنان');
    const failure = client.say('ثلاثة');
    await expect(failure).rejects.toMatchObject({
      status: 400,
      response: { error: { code: 'TooManyMessages', message: SENTENCES.tooManyMessages } },
    });
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await client.say('أربعة');
    const talk = ['أهلا', 'واحد', 'اثنان', 'أربعة'];
    expect((await client.messages(7)).filter((text) => !text.startsWith('قلت'))).toEqual(talk);
  });

  it('fails to connect with a wrong token', async () => {
    await serve();
    const client = open({ token: 'not.a.token' });
    await expect(client.say('سؤال')).rejects.toBeDefined();
    expect(client.statuses.at(-1)).toBe(ConnectionStatus.FailedToConnect);
  });

  it.each([
    ['wakes up after three days and goes on', 3, undefined],
    ['is told that the talk is over after three weeks', 21, 403],
  ])('%s', async (_name, days, status) => {
    let now = Date.now();
    await serve({ now: () => now });
    const first = await begin();
    first.end();
    now += days * DAY;
    const again = await ask(kit, 'GET', `/conversations/${first.id}?watermark=`, { token: first.token });
    expect(again.status).toBe(status ?? 200);
    if (status !== undefined) return;
    const second = open({ token: first.token, conversationId: first.id });
    await second.messages(1);
    await second.say('عدت');
    expect(await second.messages(3)).toEqual(['أهلا', 'عدت', 'قلت: عدت']);
  });

  it('goes on by itself when the server is restarted', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'prp-direct-line-'));
    const place = { file: join(folder, 'prp.db') };
    await serve({ place });
    const client = await begin();
    await client.say('قبل');
    await client.messages(3);
    const { port } = kit;
    await kit.stop();
    await serve({ place, port });
    await client.say('بعد');
    expect(await client.messages(5)).toEqual(['أهلا', 'قبل', 'قلت: قبل', 'بعد', 'قلت: بعد']);
    expect(client.statuses).not.toContain(ConnectionStatus.Ended);
    rmSync(folder, { recursive: true });
  });

  it('keeps its token fresh', async () => {
    let now = Date.now();
    await serve({ now: () => now });
    const client = await begin();
    now += DAY;
    const refreshed = await ask(kit, 'POST', '/tokens/refresh', { token: client.token });
    expect(refreshed.status).toBe(200);
    expect(refreshed.body).toMatchObject({ conversationId: client.id, expires_in: 12 * 3600 });
    client.directLine.reconnect({ ...refreshed.body, streamUrl: '', conversationId: client.id });
    expect(await client.say('صباح الخير')).toMatch(/\|/);
  });

  it('learns a session id', async () => {
    await serve();
    const client = await begin();
    const id = await new Promise((resolve, reject) => {
      client.directLine.getSessionId().subscribe(resolve, reject);
    });
    expect(id).toBe(client.id);
  });

  it('hears the answers of a slow bot in the order of the questions', async () => {
    await serve({
      run: async (context) => {
        const { text, type } = context.activity;
        await new Promise((resolve) => setTimeout(resolve, text === 'بطيء' ? 150 : 0));
        if (type === 'message') await echo(context);
      },
    });
    const { token } = await fetchToken(kit.domain);
    const client = open({ token });
    await Promise.all([client.say('بطيء'), client.say('سريع')]);
    const answers = (await client.messages(4)).filter((text) => text.startsWith('قلت'));
    expect(answers).toEqual(['قلت: بطيء', 'قلت: سريع']);
  });
});
