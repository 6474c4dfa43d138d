import { FNV_OFFSET, mixHash, mixText } from '../../learning/fnv';
import type { Stemmer } from '../../text/stem';
import type { SeenWord } from './seen-words';

const DIGITS = /^\p{N}+$/u;
/** How far a word sees to each side. */
const REACH = 3;
const EDGE = '|';
/** Between kind and value: no letter of a kind. */
const KIND_END = 0xff;

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
  return mixText(mixHash(mixText(FNV_OFFSET, kind), KIND_END), value) >>> 0;
}
