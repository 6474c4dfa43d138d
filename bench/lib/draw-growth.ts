/** Median milliseconds a question at each size. */
export interface Growth {
  readonly name: string;
  readonly points: readonly { readonly phrasings: number; readonly ms: number }[];
}

const WIDTH = 520;
const HEIGHT = 340;
const MARGIN = 60;
const COLOURS = ['#0b7285', '#c92a2a', '#e67700', '#5f3dc4', '#2b8a3e', '#495057'];

/** Time a question against the number of phrasings, both axes logarithmic, as SVG. */
export function drawGrowth(lines: readonly Growth[]): string {
  const all = lines.flatMap(({ points }) => points);
  const x = scale(
    all.map(({ phrasings }) => phrasings),
    MARGIN,
    WIDTH - 150,
  );
  const y = scale(
    all.map(({ ms }) => ms),
    HEIGHT - MARGIN,
    20,
  );
  const drawn = lines.flatMap(({ name, points }, i) => {
    const colour = COLOURS[i % COLOURS.length] ?? '#000';
    const path = points.map(({ phrasings, ms }) => `${x(phrasings)},${y(ms)}`).join(' ');
    const last = points.at(-1);
    return [
      `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      last === undefined
        ? ''
        : `<text x="${Number(x(last.phrasings)) + 6}" y="${y(last.ms)}" fill="${colour}">${name}</text>`,
    ];
  });
  const sizes = [...new Set(all.map(({ phrasings }) => phrasings))];
  const ticks = sizes.map((size) => `<text x="${x(size)}" y="${HEIGHT - 40}" text-anchor="middle">${size}</text>`);
  const times = [0.1, 1, 10, 100].filter((ms) => all.some((point) => point.ms >= ms / 3 && point.ms <= ms * 30));
  const grid = times.map(
    (ms) =>
      `<path d="M${MARGIN} ${y(ms)}H${WIDTH - 150}" stroke="#dee2e6"/><text x="${MARGIN - 6}" y="${y(ms)}" text-anchor="end">${ms} ms</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="11">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="white"/>`,
    ...grid,
    ...ticks,
    ...drawn,
    `<text x="${(WIDTH - 90) / 2}" y="${HEIGHT - 16}" text-anchor="middle">phrasings</text>`,
    '</svg>',
    '',
  ].join('\n');
}

function scale(values: readonly number[], from: number, to: number): (value: number) => string {
  const low = Math.log(Math.min(...values));
  const high = Math.log(Math.max(...values));
  return (value) => (from + ((to - from) * (Math.log(value) - low)) / (high - low || 1)).toFixed(1);
}
