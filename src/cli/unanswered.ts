import { parseArgs } from 'node:util';
import type { Config } from '../program/settings/config';
import { writeTable } from '../staff/sheets/write-table';
import { type UnansweredEntry, createUnansweredList } from '../storage/lists/unanswered-list';
import { runCommand } from './command/run-command';
import { withDatabase } from './command/with-database';

const USAGE = `Usage:
  npm run unanswered                     what patients asked that the assistant could not answer, most frequent first
  npm run unanswered -- --days 7         of the last seven days, counted from now (default: as long as questions are kept)
  npm run unanswered -- --limit 20       the first twenty (default: 100)
  npm run --silent unanswered -- --csv > questions.csv   for a spreadsheet
  npm run --silent unanswered -- --json  one JSON object a line, for programs

It reads the same .env as the server, which may run meanwhile.
Exit status: 0 done, 1 the database cannot be read, 2 wrong use.
`;

async function showUnanswered({ form, limit, days }: Options, config: Config): Promise<void> {
  const entries = await withDatabase(config, (database) =>
    createUnansweredList({ database, days: config.unansweredDays }).list({
      limit,
      days: days ?? config.unansweredDays,
    }),
  );
  if (form === 'csv') process.stdout.write(await toSheet(entries));
  else console.log(form === 'json' ? entries.map(toJson).join('\n') : toTable(entries));
}

interface Options {
  readonly form: 'table' | 'json' | 'csv';
  readonly limit: number;
  readonly days: number | undefined;
}

function readOptions(words: readonly string[]): Options | undefined {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        json: { type: 'boolean' },
        csv: { type: 'boolean' },
        limit: { type: 'string' },
        days: { type: 'string' },
      },
    });
    const limit = readCount(values.limit ?? '100');
    const days = values.days === undefined ? undefined : readCount(values.days);
    if (limit === undefined || (values.days !== undefined && days === undefined)) return undefined;
    if (values.json === true && values.csv === true) return undefined;
    return { form: values.csv === true ? 'csv' : values.json === true ? 'json' : 'table', limit, days };
  } catch {
    return undefined;
  }
}

const readCount = (text: string): number | undefined => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined);

const readTime = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');

const toJson = ({ text, kind, times, lastAt }: UnansweredEntry): string =>
  JSON.stringify({ times, last: new Date(lastAt).toISOString(), kind, text });

/** No question can be a formula; a spreadsheet sees that it is UTF-8. */
const toSheet = (entries: readonly UnansweredEntry[]): Promise<Uint8Array> =>
  writeTable(
    [
      ['times', 'last (UTC)', 'kind', 'question'],
      ...entries.map(({ text, kind, times, lastAt }) => [String(times), readTime(lastAt), kind, text]),
    ],
    'csv',
    true,
  );

/** The text comes last: it runs from right to left and has no fixed width. */
function toTable(entries: readonly UnansweredEntry[]): string {
  if (entries.length === 0) return 'No unanswered questions.';
  const rows = entries.map(({ text, kind, times, lastAt }) => [
    String(times).padStart(5),
    readTime(lastAt),
    kind.padEnd(8),
    text,
  ]);
  return [['times', 'last (UTC)      ', 'kind    ', 'question'], ...rows].map((row) => row.join('  ')).join('\n');
}

void runCommand({ usage: USAGE, options: readOptions(process.argv.slice(2)), run: showUnanswered });
