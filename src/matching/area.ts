import { normalize } from '../text/normalize';
import type { Stemmer } from '../text/stem';
import { tokenize } from '../text/tokenize';
import type { Area } from './match';

export interface AreaReader {
  /** The one body area the words name; undefined for none or both. */
  read(words: readonly string[]): Area | undefined;
  /** True when the words say little more than an area ("and for the hair?"). */
  saysOnlyArea(words: readonly string[]): boolean;
}

/** Words beside the area in a bare "and what about the hair?". */
const MOST_OTHER_WORDS = 1;

/** A two-letter stem is too often another word: Egyptian "face" without its article is Gulf "what". */
const SHORTEST_STEM = 3;

/** Reads body areas by the words that vocabulary.yaml lists for them. */
export function createAreaReader(areas: Readonly<Record<Area, readonly string[]>>, stem: Stemmer): AreaReader {
  const areaByWord = new Map<string, Area>();
  for (const area of ['face', 'hair'] as const) {
    for (const phrase of areas[area]) {
      const words = tokenize(normalize(phrase));
      const word = words[0];
      if (words.length !== 1 || word === undefined) continue;
      areaByWord.set(word, area);
      if (stem(word).length >= SHORTEST_STEM) areaByWord.set(stem(word), area);
    }
  }
  const areaOf = (word: string): Area | undefined => areaByWord.get(word) ?? areaByWord.get(stem(word));

  return {
    read(words) {
      const named = new Set(words.map(areaOf).filter((area) => area !== undefined));
      return named.size === 1 ? [...named][0] : undefined;
    },
    saysOnlyArea(words) {
      const others = words.filter((word) => areaOf(word) === undefined);
      return others.length < words.length && others.length <= MOST_OTHER_WORDS;
    },
  };
}
