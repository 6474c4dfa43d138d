/**
 * `npm run bench:turns`: the real program and the framework's empty sample bot side by side, through `POST /api/messages`.
 * Prints a table; a whole run also writes bench/results/turns.md and turns.svg. Option: --seconds S for shorter rounds.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type ServerProcess, startServer } from './lib/chat/server-process';
import { loadQuestionFiles } from './lib/question-files';
import { describeTurns } from './lib/turns/describe-turns';
import { drawTurns } from './lib/turns/draw-turns';
import { measureTurns } from './lib/turns/measure';
import { runSampleProgram } from './lib/turns/sample-program';

const RESULTS = join('bench', 'results');
/** Given alone: this process is then the sample bot. */
const SAMPLE = 'serve-sample';
const WHOLE_SECONDS = 5;
/** The door serves this machine alone, and only without a proxy. */
const settings = { TRUSTED_PROXIES: '0' };

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { seconds: { type: 'string', default: String(WHOLE_SECONDS) } } });
  const seconds = Number(values.seconds);
  const questions = loadQuestionFiles('development').inScope.map(({ text }) => text);
  const running: ServerProcess[] = [];
  const start = async (...command: readonly string[]): Promise<ServerProcess> => {
    const server = await startServer({ command, database: undefined, settings });
    running.push(server);
    return server;
  };
  try {
    const ours = await start(join('dist', 'main.js'));
    const sample = await start(join('dist', 'bench', 'turns.js'), SAMPLE);
    const compared = await measureTurns({ ours, sample }, questions, seconds);
    const table = describeTurns(compared, seconds);
    console.log(table);
    if (seconds !== WHOLE_SECONDS) return;
    mkdirSync(RESULTS, { recursive: true });
    writeFileSync(join(RESULTS, 'turns.md'), `${table}\n![Turns a second](turns.svg)\n`);
    writeFileSync(join(RESULTS, 'turns.svg'), drawTurns(compared));
  } finally {
    for (const server of running) await server.stop();
  }
}

const run = process.argv[2] === SAMPLE ? runSampleProgram() : main();
run.catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
