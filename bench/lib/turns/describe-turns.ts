import { cpus } from 'node:os';
import { median } from '../quantile';
import type { Round, Side } from './measure';

const MEBIBYTE = 1024 * 1024;

/** What is compared. */
export interface Compared {
  readonly ours: Side;
  readonly sample: Side;
}

/** The results as Markdown: ours, the sample bot, and one as a share of the other. */
export function describeTurns({ ours, sample }: Compared, seconds: number): string {
  const row = (name: string, read: (side: Side) => number, digits: number, wanted = ''): string => {
    const [one, other] = [read(ours), read(sample)];
    return `| ${name} | ${one.toFixed(digits)} | ${other.toFixed(digits)} | ${(one / other).toFixed(2)} | ${wanted} |`;
  };
  const middle = (read: (round: Round) => number) => (side: Side) => median(side.rounds.map(read));
  return [
    '# A turn through the door of Bot Framework channels',
    '',
    `Real questions in Arabic in 32 conversations, each said when the last is answered; ours and the framework's empty sample ` +
      `bot (state in memory) in turn, medians of ${ours.rounds.length} rounds of ${seconds} s; ${cpus().length} cores, ` +
      `Node.js ${process.versions.node}.`,
    '',
    '| | ours | sample bot | ours ÷ sample | wanted |',
    '|---|---|---|---|---|',
    row(
      'turns a second',
      middle(({ turnsPerSecond }) => turnsPerSecond),
      0,
      '≥ 0.6',
    ),
    row(
      'processor a turn, ms',
      middle(({ cpuMs }) => cpuMs),
      2,
    ),
    row('memory at rest, MB', ({ before }) => before.memory / MEBIBYTE, 0, '≤ 1.4'),
    row('memory after the rounds, MB', ({ after }) => after.memory / MEBIBYTE, 0),
    `| statements a turn | ${statementsOf(ours).toFixed(1)} | | | ≤ 4 |`,
    `| messages without a reply | ${ours.unanswered} | ${sample.unanswered} | | 0 |`,
    '',
    'With other work on the machine only the processor a turn and the shares say something.',
    '',
  ].join('\n');
}

/** Begin and commit included. */
function statementsOf({ before, after, said }: Side): number {
  return (after.statements - before.statements) / said;
}
