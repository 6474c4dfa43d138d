import { cpus } from 'node:os';
import { gzipSync } from 'node:zlib';
import { median } from '../quantile';
import { readWebChat } from './bench-site';
import { OURS, WEB_CHAT } from './client';
import type { Opening } from './measure-opening';
import type { Series } from './series';

/** The results as Markdown: medians, ranges, and our share of Web Chat's time beside its target. */
export function describeOpenings(all: readonly Series[], browser: string): string {
  const rounds = all[0]?.openings.length ?? 0;
  const slowest = Math.max(...all.map(({ slowdown }) => slowdown));
  const ours = all.filter(({ client }) => client === OURS);
  const work = (slowdown: number): number => read(find(all, OURS.name, slowdown), ({ workMs }) => workMs);
  return [
    '# From the click to the first message',
    '',
    `Medians (shortest–longest) of ${rounds} openings each, in turn, in one run: ${browser}, an empty`,
    `profile each time, server and browser together on ${cpus().length} cores, Node.js ${process.versions.node}, no network between.`,
    '',
    '| client | processor | click to first message | this widget ÷ it | target | sent before the click | … and until the message |',
    '|---|---|---|---|---|---|---|',
    ...all.map((series) => describe(series, find(all, OURS.name, series.slowdown))),
    '',
    `Layout shift of the page with this widget, most seen: ${Math.max(...ours.flatMap(({ openings }) => openings.map(({ shift }) => shift)))}.`,
    `A quarter of the processor: a fixed piece of arithmetic in the chat's own frame takes ${(work(slowest) / work(1)).toFixed(1)} times as long.`,
    `Web Chat is one file, sent with gzip at its best: webchat.js ${gzipKilobytes('webchat.js')}, webchat-minimal.js ${gzipKilobytes('webchat-minimal.js')}`,
    '(no cards, no Markdown). It is loaded, and its token fetched meanwhile, when the button is pressed.',
    '',
  ].join('\n');
}

function describe(series: Series, ours: Series | undefined): string {
  const { client, slowdown, openings } = series;
  const ms = read(series, (opening) => opening.ms);
  const times = openings.map((opening) => opening.ms);
  const isOurs = client === OURS;
  const share = isOurs ? '' : (read(ours, (opening) => opening.ms) / ms).toFixed(2);
  return `| ${[
    client.name,
    slowdown === 1 ? 'full' : `1/${slowdown}`,
    `${ms.toFixed(0)} ms (${Math.min(...times).toFixed(0)}–${Math.max(...times).toFixed(0)})`,
    client === WEB_CHAT ? `**${share}**` : share,
    client === WEB_CHAT ? '≤ 0.20' : '',
    kilobytes(read(series, ({ bytesBefore }) => bytesBefore)),
    kilobytes(read(series, ({ bytesAfter }) => bytesAfter)),
  ].join(' | ')} |`;
}

const find = (all: readonly Series[], name: string, slowdown: number): Series | undefined =>
  all.find((series) => series.client.name === name && series.slowdown === slowdown);

const read = (series: Series | undefined, value: (opening: Opening) => number): number =>
  median((series?.openings ?? []).map(value));

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

const gzipKilobytes = (file: string): string => kilobytes(gzipSync(readWebChat(file), { level: 9 }).length);
