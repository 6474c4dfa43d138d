import { FNV_OFFSET, mixHash, mixText } from '../../learning/fnv';
import type { Stemmer } from '../../text/stem';
import type { SeenWord } from './seen-words';

const DIGITS = /^\p{N}+$/u;
/** How far a word sees to each side. */
const REACH = 3;
const EDGE = '|';
/** Between kind and value: no letter of a kind. */
const KIND_END = 0xff;
const SPACE = 0x20;

/** What the hashes of a kind begin with. */
const hashOf = (kind: string): number => mixHash(mixText(FNV_OFFSET, kind), KIND_END);
/** The stem of a word and of its neighbours, from the farthest before it on. */
const STEM = Array.from({ length: 2 * REACH + 1 }, (_, place) => hashOf(`s${place - REACH}`));
const PAIRS_BEFORE = 2;
/** Two stems in a row, from those before the word on. */
const PAIR = Array.from({ length: 4 }, (_, place) => hashOf(`p${place - PAIRS_BEFORE}`));
const [WORD, WORD_BEFORE, WORD_AFTER] = [hashOf('w'), hashOf('w-1'), hashOf('w+1')];
const [BEGINNING, ENDING] = [hashOf('b'), hashOf('e')];
const [PARTED, CLOSES] = [hashOf('parted'), hashOf('closes')];
const [FROM_START, FROM_END] = [hashOf('from-start'), hashOf('from-end')];

/** Hashed features of each word: itself, its neighbours, its beginning and its end, and how far it is from the edges. */
export function readWordFeatures(words: readonly SeenWord[], stem: Stemmer): number[][] {
  const stems = words.map(({ word }) => (DIGITS.test(word) ? '0' : stem(word)));
  const stemAt = (at: number): string => stems[at] ?? EDGE;
  return words.map(({ word, parted }, at) => {
    const features: number[] = [];
    const add = (hash: number): void => {
      features.push(hash >>> 0);
    };
    STEM.forEach((kind, place) => add(mixText(kind, stemAt(at + place - REACH))));
    add(mixText(WORD, word));
    add(mixText(WORD_BEFORE, words[at - 1]?.word ?? EDGE));
    add(mixText(WORD_AFTER, words[at + 1]?.word ?? EDGE));
    PAIR.forEach((kind, place) => {
      const first = at + place - PAIRS_BEFORE;
      add(mixText(mixHash(mixText(kind, stemAt(first)), SPACE), stemAt(first + 1)));
    });
    for (let length = 1; length <= 3; length += 1) {
      add(mixText(BEGINNING, word, 0, Math.min(length, word.length)));
      add(mixText(ENDING, word, Math.max(0, word.length - length)));
    }
    if (parted) add(PARTED);
    if (words[at + 1]?.parted === true) add(CLOSES);
    if (at < 3) add(mixText(FROM_START, String(at)));
    if (words.length - at <= 3) add(mixText(FROM_END, String(words.length - at)));
    return features;
  });
}
