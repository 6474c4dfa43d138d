import { PNG } from 'pngjs';

/** A picture: four bytes a point (red, green, blue, opacity), row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly points: Uint8Array;
}

/** Writes a picture as PNG: 8 bits a channel with opacity. */
export function writePng({ width, height, points }: Picture): Buffer {
  const picture = new PNG({ width, height });
  picture.data = Buffer.from(points);
  return PNG.sync.write(picture, { deflateLevel: 9 });
}

/** Reads a PNG; undefined where the bytes are none. */
export function readPng(bytes: Buffer): Picture | undefined {
  try {
    const { width, height, data } = PNG.sync.read(bytes);
    return { width, height, points: new Uint8Array(data) };
  } catch {
    return undefined;
  }
}
