import { quantile } from '../quantile';

const WIDTH = 520;
const HEIGHT = 300;
const MARGIN = 46;
const RIGHT = WIDTH - 20;
const BOTTOM = HEIGHT - MARGIN;
const TOP = 20;
/** Milliseconds at both ends of the axis. */
const LEAST = 1;
const MOST = 1000;
const CURVE = '#0b7285';
const TARGET = '#c92a2a';
const TARGETS = [
  { share: 0.5, ms: 30, name: 'target: median 30 ms' },
  { share: 0.99, ms: 250, name: 'target: 99 % in 250 ms' },
] as const;

/** The share of turns that took at most so long, time on a logarithmic axis, as SVG. */
export function drawTimes(times: readonly number[]): string {
  const shares = Array.from({ length: 201 }, (_, at) => at / 200);
  const path = shares.map((share) => `${x(quantile(times, share))},${y(share)}`).join(' ');
  const across = [1, 3, 10, 30, 100, 300, 1000].map(
    (ms) =>
      `<path d="M${x(ms)} ${TOP}V${BOTTOM}" stroke="#e9ecef"/>` +
      `<text x="${x(ms)}" y="${BOTTOM + 16}" text-anchor="middle">${ms}</text>`,
  );
  const up = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      `<path d="M${MARGIN} ${y(share)}H${RIGHT}" stroke="#e9ecef"/>` +
      `<text x="${MARGIN - 6}" y="${y(share)}" text-anchor="end">${100 * share} %</text>`,
  );
  const targets = TARGETS.map(
    ({ share, ms, name }) =>
      `<circle cx="${x(ms)}" cy="${y(share)}" r="4" fill="none" stroke="${TARGET}" stroke-width="2"/>` +
      `<text x="${Number(x(ms)) + 8}" y="${Number(y(share)) + 14}" fill="${TARGET}">${name}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="11">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="white"/>`,
    ...across,
    ...up,
    `<polyline points="${path}" fill="none" stroke="${CURVE}" stroke-width="2"/>`,
    ...targets,
    `<text x="${(MARGIN + RIGHT) / 2}" y="${HEIGHT - 10}" text-anchor="middle">milliseconds from the post to the reply</text>`,
    '</svg>',
    '',
  ].join('\n');
}

function x(ms: number): string {
  const clamped = Math.min(MOST, Math.max(LEAST, ms));
  return (MARGIN + ((RIGHT - MARGIN) * Math.log(clamped / LEAST)) / Math.log(MOST / LEAST)).toFixed(1);
}

function y(share: number): string {
  return (BOTTOM - (BOTTOM - TOP) * share).toFixed(1);
}
