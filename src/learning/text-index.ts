import { FNV_OFFSET, mixHash, mixText } from './fnv';

/**
 * Texts and a number for each, as plain data: not the texts themselves but 64 bits that stand for them, which takes a tenth of
 * the room. Of 30,000 texts one in 600 million others would be taken for one of them.
 */
export interface TextNumbers {
  readonly hashes: Uint32Array;
  readonly checks: Uint32Array;
  readonly numbers: Uint16Array;
}

const EMPTY = -1;
const CHECK_OFFSET = mixHash(FNV_OFFSET, 1);

/** @param texts each with a number below 65,536 */
export function numberTexts(texts: ReadonlyMap<string, number>): TextNumbers {
  const all = [...texts.keys()];
  return {
    hashes: Uint32Array.from(all, (text) => mixText(FNV_OFFSET, text)),
    checks: Uint32Array.from(all, (text) => mixText(CHECK_OFFSET, text)),
    numbers: Uint16Array.from(texts.values()),
  };
}

/** Gives the number of a text; undefined for any other. */
export function createTextIndex({ hashes, checks, numbers }: TextNumbers): (text: string) => number | undefined {
  const places = new Int32Array(2 ** Math.ceil(Math.log2(2 * hashes.length + 1))).fill(EMPTY);
  const mask = places.length - 1;
  hashes.forEach((hash, at) => {
    let place = hash & mask;
    while (places[place] !== EMPTY) place = (place + 1) & mask;
    places[place] = at;
  });
  return (text) => {
    const hash = mixText(FNV_OFFSET, text) >>> 0;
    const check = mixText(CHECK_OFFSET, text) >>> 0;
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const at = places[place] ?? EMPTY;
      if (at === EMPTY) return undefined;
      if (hashes[at] === hash && checks[at] === check) return numbers[at];
    }
  };
}
