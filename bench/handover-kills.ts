/**
 * `npm run bench:kills`: a talk of a patient with the staff over two programs and one PostgreSQL; in each round both sides
 * write, and one of the programs is killed meanwhile and started anew. Counts what was lost and what came twice, in both
 * directions, and writes bench/results/handover-kills.md (with --sqlite: handover-kills-sqlite.md). Options: --rounds N (default 200), --each N, --sqlite.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '../test/helpers/postgres';
import { runKillRounds } from '../test/handover/kill-rounds';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '200' },
      each: { type: 'string', default: '2' },
      sqlite: { type: 'boolean', default: false },
    },
  });
  const [rounds, each] = [Number(values.rounds), Number(values.each)];
  const postgres = values.sqlite ? undefined : await startPostgres();
  try {
    const database = await postgres?.createDatabase();
    const onRound = (round: number): void => void process.stdout.write(`\r${round + 1} of ${rounds}`);
    const { sent, byStaff, byPatient } = await runKillRounds({ rounds, each, database, onRound });
    const where = database === undefined ? 'one program over SQLite' : 'either of two programs over PostgreSQL';
    const lines = [
      '# SIGKILL in the middle of a talk',
      '',
      `${rounds} rounds, ${where} killed in each, ${each} messages each way in a round.`,
      '',
      '| direction | sent | lost | doubled |',
      '|---|---|---|---|',
      describe('patient to staff', sent, byStaff),
      describe('staff to patient', sent, byPatient),
      '',
    ].join('\n');
    console.log(`\n${lines}`);
    const name = database === undefined ? 'handover-kills-sqlite.md' : 'handover-kills.md';
    writeFileSync(join('bench', 'results', name), lines);
  } finally {
    await postgres?.stop();
  }
}

function describe(name: string, sent: readonly string[], seen: readonly string[]): string {
  const lost = sent.filter((text) => !seen.includes(text)).length;
  return `| ${name} | ${sent.length} | ${lost} | ${seen.length - new Set(seen).size} |`;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
