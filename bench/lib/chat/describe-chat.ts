import { cpus } from 'node:os';
import type { Round, Saturation, Steady } from './measure';
import type { ChatOptions } from './options';
import { median, quantile } from '../quantile';

const MEBIBYTE = 1024 * 1024;

/** The results as Markdown: each figure beside its target. */
export function describeChat(options: ChatOptions, steady: Steady, saturation: Saturation): string {
  const { chats, rate, seconds, database } = options;
  return [
    '# The chat under load',
    '',
    `${chats} open chats, ${rate} messages a second for ${seconds} s at random moments; real questions in Arabic, each in ` +
      `the next chat; ${database === undefined ? 'SQLite' : 'PostgreSQL'}; client and server apart on ` +
      `${cpus().length} cores, Node.js ${process.versions.node}.`,
    '',
    '| | measured | target |',
    '|---|---|---|',
    ...describeSteady(steady, options),
    ...describeSaturation(saturation),
    '',
    'Turn: from the post to the reply on the stream. As fast as they can: 32 visitors who ask again as soon as they are',
    'answered, our bot and an empty one on the same stack in turn, medians of five rounds each.',
    '',
  ].join('\n');
}

function describeSteady({ count, opening, before, opened, after }: Steady, { chats, seconds }: ChatOptions): string[] {
  const time = (share: number): string => ms(quantile(count.times, share));
  const perChat = ({ inUse }: { readonly inUse: number }): string =>
    `${((inUse - before.inUse) / chats / 1024).toFixed(0)} kB`;
  return [
    row(
      'messages asked / lost / doubled',
      `${count.asked} / ${count.lost} / ${count.doubled + count.stray}`,
      '0 lost, 0 doubled',
    ),
    row('turn, median', time(0.5), '≤ 30 ms'),
    row('turn, 90 of 100', time(0.9)),
    row('turn, 99 of 100', time(0.99), '≤ 250 ms'),
    row('turn, longest', time(1)),
    row('server memory, resident, before the chats', mb(before.memory)),
    row(`… with ${chats} chats open`, mb(opened.memory)),
    row('… after the messages', `${mb(after.memory)}, ${perChat(after)} in use a chat`),
    row('chats opened a second', (chats / opening).toFixed(0)),
    row(
      'server processor under this load',
      `${((100 * (after.cpuSeconds - opened.cpuSeconds)) / seconds).toFixed(0)} % of a core`,
    ),
  ];
}

function describeSaturation({ ours, echo, sqlite, lost, doubled }: Saturation): string[] {
  const turns = (rounds: readonly Round[]): number => median(rounds.map(({ turnsPerSecond }) => turnsPerSecond));
  const cpu = (rounds: readonly Round[]): number => median(rounds.map(({ cpuMs }) => cpuMs));
  const both = (read: (rounds: readonly Round[]) => string): string => `${read(ours)} / ${read(echo)}`;
  return [
    row(
      'turns a second as fast as they can, our bot / empty bot',
      both((rounds) => turns(rounds).toFixed(0)),
    ),
    row(
      '… server processor a turn',
      both((rounds) => `${cpu(rounds).toFixed(2)} ms`),
    ),
    row('… lost / doubled', `${lost} / ${doubled}`, '0 / 0'),
    row('**rate of our bot ÷ empty bot**', (turns(ours) / turns(echo)).toFixed(2), '≥ 0.8'),
    ...(sqlite.length === 0
      ? []
      : [row('**rate on PostgreSQL ÷ rate on SQLite**', (turns(ours) / turns(sqlite)).toFixed(2), '≥ 0.8')]),
  ];
}

const row = (name: string, measured: string, target = ''): string => `| ${name} | ${measured} | ${target} |`;
const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const mb = (bytes: number): string => `${(bytes / MEBIBYTE).toFixed(0)} MB`;
