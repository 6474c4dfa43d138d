import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpClient } from '../chat/http-client';
import type { ProcessUse, ServerProcess } from '../chat/server-process';

/** What one round against one program showed. */
export interface Round {
  readonly turnsPerSecond: number;
  /** Milliseconds of the program's processor a turn. */
  readonly cpuMs: number;
}

/** One program through all rounds. */
export interface Side {
  readonly rounds: readonly Round[];
  /** When it had just started, and after the last round. */
  readonly before: ProcessUse;
  readonly after: ProcessUse;
  /** Messages said in all, and those without a reply. */
  readonly said: number;
  readonly unanswered: number;
}

/** Conversations that are under way at a time; each says its next message when the last one is answered. */
const WIDTH = 32;
const ROUNDS = 5;

/** A channel on this machine: takes replies, and tells whose they are. */
async function startChannel(onReply: (conversation: string) => void) {
  const server = createServer((request, response) => {
    const conversation = /conversations\/([^/]+)/.exec(request.url ?? '')?.[1];
    let isTyping = false;
    request.on('data', (chunk: Buffer) => {
      isTyping ||= chunk.includes('"type":"typing"');
    });
    request.on('end', () => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end('{"id":"1"}');
      if (conversation !== undefined && !isTyping) onReply(decodeURIComponent(conversation));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

/** Loads the programs in turn as far as they go, with the same messages; the first round warms them up and does not count. */
export async function measureTurns<Name extends string>(
  programs: Readonly<Record<Name, ServerProcess>>,
  questions: readonly string[],
  seconds: number,
): Promise<Readonly<Record<Name, Side>>> {
  const sides = await Promise.all(
    Object.entries<ServerProcess>(programs).map(async ([name, server]) => ({
      name,
      ...(await createSide(server, questions)),
    })),
  );
  for (let round = 0; round <= ROUNDS; round += 1) {
    // Whoever goes first changes, so that a machine that slows down favours none.
    for (const side of round % 2 === 0 ? sides : [...sides].reverse()) await side.run(seconds);
  }
  const finished = await Promise.all(sides.map(async (side) => [side.name, await side.finish()] as const));
  return Object.fromEntries(finished) as Record<Name, Side>;
}

async function createSide(server: ServerProcess, questions: readonly string[]) {
  const before = await server.use();
  const http = createHttpClient(server.url);
  const waiting = new Map<string, () => void>();
  const channel = await startChannel((conversation) => waiting.get(conversation)?.());
  const rounds: Round[] = [];
  let said = 0;
  let unanswered = 0;

  const sayOne = async (conversation: string): Promise<void> => {
    const replied = new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(false), 20_000);
      waiting.set(conversation, () => {
        clearTimeout(timer);
        resolve(true);
      });
    });
    said += 1;
    const activity = {
      type: 'message',
      id: `${said}`,
      text: questions[said % questions.length],
      channelId: 'emulator',
      serviceUrl: channel.url,
      conversation: { id: conversation },
      from: { id: `user-${conversation}` },
      recipient: { id: 'bot' },
    };
    await http.post('/api/messages', activity);
    if (!(await replied)) unanswered += 1;
  };

  return {
    async run(seconds: number): Promise<void> {
      const { cpuSeconds } = await server.use();
      const [first, began] = [said, performance.now()];
      const end = began + 1000 * seconds;
      const talk = async (conversation: string): Promise<void> => {
        while (performance.now() < end) await sayOne(conversation);
      };
      await Promise.all(Array.from({ length: WIDTH }, (_, n) => talk(`${rounds.length}-${n}`)));
      const took = (performance.now() - began) / 1000;
      const after = await server.use();
      const turns = said - first;
      rounds.push({ turnsPerSecond: turns / took, cpuMs: (1000 * (after.cpuSeconds - cpuSeconds)) / turns });
    },
    async finish(): Promise<Side> {
      const after = await server.use();
      http.close();
      channel.close();
      return { rounds: rounds.slice(1), before, after, said, unanswered };
    },
  };
}
