import type { Picture } from './png';

/** Red, green, blue and opacity, 0 to 255. */
type Colour = readonly [number, number, number, number];

/** The symbol, a drop of plasma with a cross in it, in a square whose side is 1, from the upper left corner. */
interface Drop {
  readonly centre: { readonly x: number; readonly y: number };
  readonly radius: number;
  /** From the centre to the tip. */
  readonly height: number;
}

type Inside = (x: number, y: number) => boolean;

/** Each point is looked at this many times in each direction: smooth edges. */
const SAMPLES = 4;

/** Radius of a tile's corners. */
const CORNER = 0.2;

const TEAL: Colour = [15, 118, 110, 255];
const WHITE: Colour = [255, 255, 255, 255];
const CLEAR: Colour = [255, 255, 255, 0];

/**
 * The colour icon: the background to the edges, the symbol in the middle five eighths (Teams), so that phones can cut
 * any form out of it.
 *
 * @param side in points
 */
export function drawColourIcon(side: number): Picture {
  const isSymbol = insideSymbol(1);
  return draw(side, (x, y) => (isSymbol(x, y) ? WHITE : TEAL));
}

/** The icon where nothing is cut out of it: a tile with round corners, the symbol larger. */
export function drawTileIcon(side: number): Picture {
  const isSymbol = insideSymbol(1.25);
  return draw(side, (x, y) => (isSymbol(x, y) ? WHITE : isTile(x, y) ? TEAL : CLEAR));
}

/** The outline icon: 32 x 32 points, white lines on nothing. */
export function drawOutlineIcon(): Picture {
  const line = 0.07;
  const outer: Drop = { centre: { x: 0.5, y: 0.62 }, radius: 0.34, height: 0.58 };
  const isOuter = insideDrop(outer);
  const isInner = insideDrop(shrink(outer, line));
  const isCross = insideCross(outer.centre, 0.16, line / 2);
  return draw(32, (x, y) => ((isOuter(x, y) && !isInner(x, y)) || isCross(x, y) ? WHITE : CLEAR));
}

/** The drop without its cross, so many times its usual size. */
function insideSymbol(size: number): Inside {
  const drop: Drop = { centre: { x: 0.5, y: 0.5 + 0.07 * size }, radius: 0.21 * size, height: 0.375 * size };
  const isDrop = insideDrop(drop);
  const isCross = insideCross(drop.centre, 0.1 * size, 0.032 * size);
  return (x, y) => isDrop(x, y) && !isCross(x, y);
}

function isTile(x: number, y: number): boolean {
  const beyond = (place: number): number => Math.max(Math.abs(place - 0.5) - 0.5 + CORNER, 0);
  return Math.hypot(beyond(x), beyond(y)) <= CORNER;
}

/** A circle, and the cone from the tip that touches it. */
function insideDrop({ centre, radius, height }: Drop): Inside {
  const slope = radius / Math.sqrt(height ** 2 - radius ** 2);
  const tip = centre.y - height;
  const touch = centre.y - radius ** 2 / height;
  return (x, y) =>
    Math.hypot(x - centre.x, y - centre.y) <= radius ||
    (y >= tip && y <= touch && Math.abs(x - centre.x) <= (y - tip) * slope);
}

/** The drop whose edge is everywhere `by` further in. */
function shrink({ centre, radius, height }: Drop, by: number): Drop {
  return { centre, radius: radius - by, height: height * (1 - by / radius) };
}

function insideCross(centre: Drop['centre'], arm: number, half: number): Inside {
  return (x, y) => {
    const [across, down] = [Math.abs(x - centre.x), Math.abs(y - centre.y)];
    return Math.min(across, down) <= half && Math.max(across, down) <= arm;
  };
}

function draw(side: number, colourAt: (x: number, y: number) => Colour): Picture {
  const points = new Uint8Array(side * side * 4);
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      points.set(blend(samplesOf(column, row, side, colourAt)), (row * side + column) * 4);
    }
  }
  return { width: side, height: side, points };
}

function samplesOf(column: number, row: number, side: number, colourAt: (x: number, y: number) => Colour): Colour[] {
  const at = (start: number, sample: number): number => (start + (sample + 0.5) / SAMPLES) / side;
  return Array.from({ length: SAMPLES ** 2 }, (_, sample) =>
    colourAt(at(column, sample % SAMPLES), at(row, Math.floor(sample / SAMPLES))),
  );
}

/** The mean, each colour counted by its opacity. */
function blend(samples: readonly Colour[]): number[] {
  const opacity = samples.reduce((sum, [, , , alpha]) => sum + alpha, 0);
  const mean = (channel: 0 | 1 | 2): number =>
    opacity === 0 ? 255 : Math.round(samples.reduce((sum, colour) => sum + colour[channel] * colour[3], 0) / opacity);
  return [mean(0), mean(1), mean(2), Math.round(opacity / samples.length)];
}
