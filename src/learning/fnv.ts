/** Where a hash begins: FNV-1a of 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/). */
export const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Mixes one number into a hash. */
export function mixHash(hash: number, code: number): number {
  return Math.imul(hash ^ code, FNV_PRIME);
}

/** Mixes the UTF-16 units of a text into a hash, from `start` to before `end`. */
export function mixText(hash: number, text: string, start = 0, end = text.length): number {
  let mixed = hash;
  for (let at = start; at < end; at += 1) mixed = mixHash(mixed, text.charCodeAt(at));
  return mixed;
}
