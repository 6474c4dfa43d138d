import type { Socket } from 'node:net';
import { WebSocket } from 'ws';
import { ask, startDirectLine, visit, type DirectLineKit, type KitOptions } from '../../helpers/direct-line-kit';

/** Waits until something holds; the test then tells what did not. */
async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + 25_000;
  while (!holds() && Date.now() < end) await pause(10);
}
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

interface Attempt {
  readonly status: number;
  readonly socket: WebSocket;
  /** Every frame so far. */
  readonly frames: readonly string[];
}

/** What became of an attempt to open a stream: 101, or the status it was refused with. */
function openStream(url: string, headers: Record<string, string> = {}): Promise<Attempt> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url, { headers });
    const frames: string[] = [];
    socket.on('message', (data: Buffer) => frames.push(data.toString()));
    socket.on('error', () => undefined);
    socket.once('open', () => resolve({ status: 101, socket, frames }));
    socket.once('unexpected-response', (_request, response) => {
      resolve({ status: response.statusCode ?? 0, socket, frames });
      response.resume();
    });
  });
}
const closed = (socket: WebSocket): Promise<number> =>
  new Promise((resolve) => {
    socket.once('close', (code) => resolve(code));
  });

describe('hostile clients of streams', () => {
  let kit: DirectLineKit;
  const serve = async (options: KitOptions = {}): Promise<DirectLineKit> => (kit = await startDirectLine(options));
  afterEach(async () => {
    await kit.stop();
    expect(kit.logged).toEqual([]);
  });

  it.each<readonly [string, (url: string) => string, Record<string, string>, number]>([
    ['its own address', (url) => url, {}, 101],
    ['its own address from an allowed page', (url) => url, { Origin: 'https://clinic.example' }, 101],
    ['from another site', (url) => url, { Origin: 'https://evil.example' }, 403],
    ['without a token', (url) => url.replace(/&t=.*/, ''), {}, 401],
    ['with a changed token', (url) => `${url}x`, {}, 401],
    ['of another conversation', (url) => url.replace(/conversations\/[^/]+/, 'conversations/other'), {}, 401],
  ])('%s', async (_name, change, headers, status) => {
    await serve();
    const { streamUrl } = await visit(kit);
    const { status: got, socket } = await openStream(change(streamUrl), headers);
    expect(got).toBe(status);
    socket.terminate();
  });

  it('the token of requests opens no stream, and the token of a stream no request', async () => {
    await serve();
    const { streamUrl, token, id } = await visit(kit);
    const streamToken = new URL(streamUrl).searchParams.get('t') ?? '';
    expect((await openStream(streamUrl.replace(streamToken, token))).status).toBe(401);
    expect((await ask(kit, 'GET', `/conversations/${id}`, { token: streamToken })).status).toBe(401);
  });

  it('a stream address stops working after minutes', async () => {
    let now = Date.now();
    await serve({ now: () => now });
    const { streamUrl } = await visit(kit);
    now += 301_000;
    expect((await openStream(streamUrl)).status).toBe(401);
  });

  it('a thousand streams of one address: so many are served as allowed, and places are given back', async () => {
    await serve({ limits: { streamsPerAddress: 20, streamsPerConversation: 1000 } });
    const { streamUrl } = await visit(kit);
    const opened = await Promise.all(Array.from({ length: 1000 }, () => openStream(streamUrl)));
    expect(opened.filter(({ status }) => status === 101)).toHaveLength(20);
    expect(opened.filter(({ status }) => status === 503)).toHaveLength(980);
    expect(kit.directLine.streams).toBe(20);
    for (const { socket } of opened) socket.terminate();
    await until(() => kit.directLine.streams === 0);
    expect(kit.directLine.streams).toBe(0);
    const again = await openStream(streamUrl);
    expect(again.status).toBe(101);
    again.socket.terminate();
  });

  it.each([
    ['streams of one conversation', { streamsPerConversation: 3 }],
    ['streams in all', { streams: 3 }],
  ])('%s are bounded', async (_name, limits) => {
    await serve({ limits });
    const { streamUrl } = await visit(kit);
    const opened = await Promise.all(Array.from({ length: 5 }, () => openStream(streamUrl)));
    expect(opened.map(({ status }) => status).sort()).toEqual([101, 101, 101, 503, 503]);
    opened.forEach(({ socket }) => socket.terminate());
  });

  it.each<readonly [string, (socket: WebSocket) => void]>([
    ['a frame larger than a ping needs', (socket) => socket.send('x'.repeat(5000))],
    ['a flood of frames', (socket) => Array.from({ length: 100 }, () => socket.send('x'))],
    ['a flood of pings', (socket) => Array.from({ length: 100 }, () => socket.ping())],
    [
      'bytes that are no frame',
      (socket) => (socket as unknown as { _socket: Socket })._socket.write('GET / HTTP/1.1\r\n'),
    ],
  ])('%s ends the stream and nothing else', async (_name, attack) => {
    await serve();
    const { streamUrl, say, heard } = await visit(kit);
    const { socket } = await openStream(streamUrl);
    const end = closed(socket);
    attack(socket);
    await end;
    await say('ما زلت هنا');
    expect(await heard(3)).toContain('قلت: ما زلت هنا');
  });

  it('a few junk frames do no harm', async () => {
    await serve();
    const { streamUrl, say } = await visit(kit);
    const { socket, frames } = await openStream(streamUrl);
    for (const junk of ['', 'hello', '{"activities":[{"type":"message","text":"x"}]}', '\0']) socket.send(junk);
    await say('سؤال');
    const read = (): string[] =>
      frames.flatMap((frame) =>
        (JSON.parse(frame) as { activities: { text: string }[] }).activities.map(({ text }) => text),
      );
    await until(() => read().includes('قلت: سؤال'));
    const texts = read();
    expect(texts).toEqual(expect.arrayContaining(['سؤال', 'قلت: سؤال']));
    expect(texts).not.toContain('x');
    socket.terminate();
  });

  it('every frame has a list of activities and a watermark, or is empty', async () => {
    await serve({ limits: { heartbeatSeconds: 0.2 } });
    const { streamUrl, say } = await visit(kit);
    const { socket, frames } = await openStream(streamUrl);
    await say('سؤال');
    await until(() => frames.includes('') && frames.some((frame) => frame.includes('قلت')));
    socket.terminate();
    expect(frames).toContain('');
    for (const frame of frames.filter((text) => text !== '')) {
      expect(JSON.parse(frame)).toEqual({ activities: expect.any(Array), watermark: expect.stringMatching(/^\d+$/) });
    }
  });

  it('who comes late hears the whole history in one frame, and what comes one by one', async () => {
    await serve({ limits: { messagesPerConversation: { points: 100, seconds: 1 } } });
    const { streamUrl, say, heard } = await visit(kit);
    for (let number = 1; number <= 15; number += 1) await say(`سؤال ${number}`);
    await heard(31);
    const { socket, frames } = await openStream(streamUrl);
    await until(() => frames.length === 1);
    await say('جديد');
    await until(() => frames.length === 3);
    const lengths = frames.map((frame) => (JSON.parse(frame) as { activities: unknown[] }).activities.length);
    expect(lengths).toEqual([31, 1, 1]);
    socket.terminate();
  });

  it('who hears nothing is found out and let go', async () => {
    await serve({ limits: { heartbeatSeconds: 0.05 } });
    const { streamUrl } = await visit(kit);
    const { socket } = await openStream(streamUrl);
    const raw = (socket as unknown as { _socket: Socket })._socket;
    raw.pause();
    await until(() => kit.directLine.streams === 0);
    expect(kit.directLine.streams).toBe(0);
    raw.destroy();
  });

  it('who answers pings stays', async () => {
    await serve({ limits: { heartbeatSeconds: 0.2 } });
    const { streamUrl } = await visit(kit);
    const { socket } = await openStream(streamUrl);
    await pause(1000);
    expect(kit.directLine.streams).toBe(1);
    socket.terminate();
  });

  it('who reads slowly holds back nobody and fills no memory', async () => {
    const answer = 'ج'.repeat(100_000);
    await serve({
      run: async (context) => {
        if (context.activity.type === 'message') await context.sendActivity(answer);
      },
      limits: { messagesPerConversation: { points: 1000, seconds: 1 } },
    });
    const { streamUrl, say } = await visit(kit);
    const { socket: slow } = await openStream(streamUrl);
    (slow as unknown as { _socket: Socket })._socket.pause();
    const { socket: quick } = await openStream(streamUrl);
    let heard = 0;
    quick.on('message', (data: Buffer) => {
      heard += data.toString().split(answer).length - 1;
    });
    for (let index = 0; index < 60; index += 1) await say(`سؤال ${index}`);
    await until(() => heard >= 60);
    expect(heard).toBe(60);
    slow.terminate();
    quick.terminate();
  });
});
