import type { Compared } from './describe-turns';

const WIDTH = 480;
const LEFT = 90;
const ROW = 34;
const RADIUS = 4;

/** Each round of both programs as a dot at its turns a second, as SVG. */
export function drawTurns({ ours, sample }: Compared): string {
  const rows = [
    { name: 'ours', colour: '#0b7285', rounds: ours.rounds },
    { name: 'sample bot', colour: '#868e96', rounds: sample.rounds },
  ];
  const most = Math.max(1, ...rows.flatMap(({ rounds }) => rounds.map(({ turnsPerSecond }) => turnsPerSecond)));
  const x = (turns: number): string => (LEFT + ((WIDTH - LEFT - 20) * turns) / most).toFixed(1);
  const marks = [0, most / 2, most].map(
    (turns) => `<text x="${x(turns)}" y="${ROW * 2 + 26}" text-anchor="middle">${turns.toFixed(0)}</text>`,
  );
  const dots = rows.map(({ name, colour, rounds }, row) => {
    const y = ROW * (row + 0.5) + 8;
    const circles = rounds.map(
      ({ turnsPerSecond }) =>
        `<circle cx="${x(turnsPerSecond)}" cy="${y}" r="${RADIUS}" fill="${colour}" opacity="0.7"/>`,
    );
    return `<text x="${LEFT - 12}" y="${y + 4}" text-anchor="end">${name}</text>${circles.join('')}`;
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${ROW * 2 + 52}" font-family="sans-serif" font-size="12">` +
    `<path d="M${x(0)} 8V${ROW * 2 + 8}H${x(most)}" fill="none" stroke="#ced4da"/>${dots.join('')}${marks.join('')}` +
    `<text x="${x(most / 2)}" y="${ROW * 2 + 44}" text-anchor="middle">turns a second</text></svg>\n`
  );
}
