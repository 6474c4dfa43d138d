import { readPng } from '../icons/png';

/** The sides Teams asks for, in points. */
const COLOUR = 192;
const OUTLINE = 32;
const POINT = 4;

/** What is wrong with the icons by Teams' rules: their sizes, and the outline white on nothing. Empty: nothing. */
export function checkIcons(colour: Buffer | undefined, outline: Buffer | undefined): string[] {
  return [
    ...checkSize('icons.color', colour, COLOUR),
    ...checkSize('icons.outline', outline, OUTLINE),
    ...checkOutline(outline),
  ];
}

function checkSize(name: string, bytes: Buffer | undefined, side: number): string[] {
  const size = bytes && readPng(bytes);
  if (size === undefined) return [`${name}: expected a PNG of ${side} x ${side} points`];
  const { width, height } = size;
  return width === side && height === side
    ? []
    : [`${name}: found ${width} x ${height} points; expected ${side} x ${side}`];
}

function checkOutline(bytes: Buffer | undefined): string[] {
  const picture = bytes && readPng(bytes);
  if (picture === undefined) return [];
  const { points } = picture;
  const at = Array.from({ length: points.length / POINT }, (_, point) =>
    points.subarray(point * POINT, point * POINT + POINT),
  );
  const isClear = ([, , , opacity]: Uint8Array): boolean => opacity === 0;
  const isWhite = ([red, green, blue]: Uint8Array): boolean => red === 255 && green === 255 && blue === 255;
  const fits = at.some(isClear) && at.every((point) => isClear(point) || isWhite(point));
  return fits ? [] : ['icons.outline: expected white on a transparent background'];
}
