import { median } from '../quantile';
import { OURS, WEB_CHAT } from './client';
import type { Series } from './series';

const WIDTH = 560;
const LEFT = 150;
/** Left of the longest name. */
const MARGIN = 24;
const RIGHT = WIDTH - 70;
const ROW = 30;
const TOP = 14;
const COLOURS = ['#0b7285', '#c92a2a', '#e67700'];
const TARGET = 1 / 5;

/** A bar for each client and speed up to the median, a line from the shortest to the longest, a mark at the target; SVG. */
export function drawOpenings(all: readonly Series[]): string {
  const times = (series: Series): number[] => series.openings.map(({ ms }) => ms);
  const most = Math.max(...all.flatMap(times));
  const x = (ms: number): string => (LEFT + ((RIGHT - LEFT) * ms) / most).toFixed(1);
  const bottom = TOP + ROW * all.length;
  const names = [...new Set(all.map(({ client }) => client.name))];
  const step = readStep(most);
  const grid = Array.from({ length: Math.floor(most / step) + 1 }, (_, at) => at * step).map(
    (ms) =>
      `<path d="M${x(ms)} ${TOP}V${bottom}" stroke="#e9ecef"/>` +
      `<text x="${x(ms)}" y="${bottom + 16}" text-anchor="middle">${ms / 1000}</text>`,
  );
  const bars = all.flatMap((series, row) => {
    const { client, slowdown } = series;
    const middle = TOP + ROW * (row + 0.5);
    const colour = COLOURS[names.indexOf(client.name) % COLOURS.length] ?? '#000';
    const ms = median(times(series));
    const peer = all.find((other) => other.client === WEB_CHAT && other.slowdown === slowdown);
    return [
      `<text x="${LEFT - 8}" y="${middle + 4}" text-anchor="end">${client.name}${slowdown === 1 ? '' : `, CPU 1/${slowdown}`}</text>`,
      `<rect x="${LEFT}" y="${middle - 9}" width="${(Number(x(ms)) - LEFT).toFixed(1)}" height="18" fill="${colour}"/>`,
      `<path d="M${x(Math.min(...times(series)))} ${middle}H${x(Math.max(...times(series)))}" stroke="#212529"/>`,
      `<text x="${Number(x(Math.max(...times(series)))) + 6}" y="${middle + 4}">${(ms / 1000).toFixed(2)} s</text>`,
      ...(client === OURS && peer !== undefined ? [drawTarget(x(TARGET * median(times(peer))), middle)] : []),
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-MARGIN} 0 ${WIDTH + MARGIN} ${bottom + 44}" font-family="sans-serif" font-size="11">`,
    `<rect x="${-MARGIN}" width="${WIDTH + MARGIN}" height="${bottom + 44}" fill="white"/>`,
    ...grid,
    ...bars,
    `<text x="${(LEFT + RIGHT) / 2}" y="${bottom + 36}" text-anchor="middle">seconds from the click to the first message; dashed: a fifth of Web Chat’s</text>`,
    '</svg>',
    '',
  ].join('\n');
}

const drawTarget = (x: string, middle: number): string =>
  `<path d="M${x} ${middle - 14}V${middle + 14}" stroke="#212529" stroke-width="2" stroke-dasharray="3 2"/>`;

/** Milliseconds between the lines of the grid. */
function readStep(most: number): number {
  return [100, 250, 500, 1000, 2000].find((step) => most / step <= 8) ?? 5000;
}
