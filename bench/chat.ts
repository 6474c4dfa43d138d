/**
 * `npm run bench:chat`: the real server under many open chats, then side by side with an empty bot on the same stack.
 * Prints a table; a whole run also writes bench/results/chat.md and chat.svg. Options: --chats N --rate R --seconds S
 * for a shorter look, --database URL for PostgreSQL (databases of its own are made there and deleted again).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeChat } from './lib/chat/describe-chat';
import { drawTimes } from './lib/chat/draw-times';
import { runEchoProgram } from './lib/chat/echo-program';
import { measureSaturation, measureSteady } from './lib/chat/measure';
import { type ChatOptions, isWhole, readChatOptions } from './lib/chat/options';
import { dropDatabase, makeDatabase } from './lib/chat/postgres-databases';
import { type ServerProcess, startServer } from './lib/chat/server-process';
import { loadQuestionFiles } from './lib/question-files';

const RESULTS = join('bench', 'results');
/** Given alone: this process is then the server with the empty bot. */
const ECHO = 'serve-echo';
const PROGRAMS = { ours: [join('dist', 'main.js')], echo: [join('dist', 'bench', 'chat.js'), ECHO] } as const;

async function main(options: ChatOptions): Promise<void> {
  const questions = loadQuestionFiles('development').inScope.map(({ text }) => text);
  const running: (() => Promise<void>)[] = [];
  const start = async (name: keyof typeof PROGRAMS, database: string | undefined): Promise<ServerProcess> => {
    const { server, stop } = await startOver(name, database);
    running.push(stop);
    return server;
  };
  try {
    const ours = await start('ours', options.database);
    const steady = await measureSteady(ours, questions, options);
    const sqlite = options.database === undefined ? undefined : await start('ours', undefined);
    const saturation = await measureSaturation(
      { ours, echo: await start('echo', options.database), sqlite },
      questions,
    );
    const table = describeChat(options, steady, saturation);
    console.log(table);
    if (isWhole(options)) write(options.database === undefined ? 'chat' : 'chat-postgres', table, steady.count.times);
  } finally {
    for (const stop of running) await stop();
  }
}

/** A server over data of its own. */
async function startOver(name: keyof typeof PROGRAMS, url: string | undefined) {
  const own = `prp_bench_${name}_${process.pid}`;
  const database = url === undefined ? undefined : await makeDatabase(url, own);
  const server = await startServer({ command: PROGRAMS[name], database });
  const stop = async (): Promise<void> => {
    await server.stop();
    if (url !== undefined) await dropDatabase(url, own);
  };
  return { server, stop };
}

function write(name: string, table: string, times: readonly number[]): void {
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(join(RESULTS, `${name}.md`), `${table}\n![Times of the turns](${name}.svg)\n`);
  writeFileSync(join(RESULTS, `${name}.svg`), drawTimes(times));
}

const [first, ...rest] = process.argv.slice(2);
const run = first === ECHO ? runEchoProgram() : main(readChatOptions(first === undefined ? [] : [first, ...rest]));
run.catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
