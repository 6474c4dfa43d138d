import type { Stemmer } from '../../text/stem';
import type { SeenWord } from './seen-words';

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const DIGITS = /^\p{N}+$/u;
/** How far a word sees to each side. */
const REACH = 3;
const EDGE = '|';

/** Hashed features of each word: itself, its neighbours, its beginning and its end, and how far it is from the edges. */
export function readWordFeatures(words: readonly SeenWord[], stem: Stemmer): number[][] {
  const stems = words.map(({ word }) => (DIGITS.test(word) ? '0' : stem(word)));
  const stemAt = (at: number): string => stems[at] ?? EDGE;
  return words.map(({ word, parted }, at) => {
    const features: number[] = [];
    const add = (kind: string, value: string): void => {
      features.push(hash(kind, value));
    };
    for (let offset = -REACH; offset <= REACH; offset += 1) add(`s${offset}`, stemAt(at + offset));
    add('w', word);
    add('w-1', words[at - 1]?.word ?? EDGE);
    add('w+1', words[at + 1]?.word ?? EDGE);
    for (let offset = -2; offset <= 1; offset += 1)
      add(`p${offset}`, `${stemAt(at + offset)} ${stemAt(at + offset + 1)}`);
    for (let length = 1; length <= 3; length += 1) {
      add('b', word.slice(0, length));
      add('e', word.slice(-length));
    }
    if (parted) add('parted', '');
    if (words[at + 1]?.parted === true) add('closes', '');
    if (at < 3) add('from-start', String(at));
    if (words.length - at <= 3) add('from-end', String(words.length - at));
    return features;
  });
}

function hash(kind: string, value: string): number {
  let state = FNV_OFFSET;
  for (let at = 0; at < kind.length; at += 1) state = Math.imul(state ^ kind.charCodeAt(at), FNV_PRIME);
  state = Math.imul(state ^ 0xff, FNV_PRIME);
  for (let at = 0; at < value.length; at += 1) state = Math.imul(state ^ value.charCodeAt(at), FNV_PRIME);
  return state >>> 0;
}
