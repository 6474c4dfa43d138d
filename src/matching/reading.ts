import { createTextIndex, numberTexts, type TextNumbers } from '../learning/text-index';
import { ALEF, LAM, WAW } from '../text/letters';
import { normalize } from '../text/normalize';
import { isLatin, tokenize } from '../text/tokenize';
import type { Lexicon } from './lexicon';
import type { Speller } from './speller';

/** A question as the matcher reads it. */
export interface Reading {
  /** The words as typed, normalized, Latin spellings read as Arabic where known. */
  readonly typed: readonly string[];
  /** The same words with spelling mended. */
  readonly words: readonly string[];
  readonly stems: readonly string[];
  /** The question as a sequence of meanings: a concept where one is known, else a stem. */
  readonly units: readonly string[];
  readonly concepts: readonly string[];
  /** Which word as typed each word comes from: one in Latin letters may stand for several. */
  readonly origins: readonly number[];
  /** Whether every word stands as it was typed, none read from Latin letters or mended. */
  readonly isAsTyped: boolean;
  /** Where each unit ends: the number of words up to and with its last one. */
  readonly ends: readonly number[];
}

/** What a unit that is a concept begins with. */
export const CONCEPT_MARK = '#';

/** The article and "and", which Latin spellings write apart ("el", "w") and Arabic in one with the next word. */
const PARTICLES: ReadonlySet<string> = new Set([ALEF + LAM, WAW]);

/** Longest question read, in words; what follows adds nothing to a question. Keeps time bounded on hostile input. */
const MOST_WORDS = 100;
/** Longest text looked at, in UTF-16 units. */
const MOST_TEXT = 2_000;
/**
 * Words of one question that are looked up as misspelt: each costs as much as reading ten known ones. Of the whole messages
 * that people write none has so many; text made to cost time has nothing else.
 */
const MOST_MISSPELT = 24;

export interface Reader {
  read(question: string): Reading;
}

/** Stems of words, to be looked up: finding them takes a tenth of a second. */
export const readStems = (known: ReadonlyMap<string, number>, lexicon: Lexicon): TextNumbers =>
  numberTexts(new Map(Array.from(known.keys(), (word) => [lexicon.stem(word), 0] as const)));

/** The words of the phrasings, and their stems. */
interface KnownWords {
  readonly known: ReadonlyMap<string, number>;
  readonly stems: TextNumbers;
}

/** Reads questions with the words of a lexicon and those of the phrasings. */
export function createReader(lexicon: Lexicon, { known, stems }: KnownWords, speller?: Speller): Reader {
  const stemIndex = createTextIndex(stems);
  const isKnownStem = (stem: string): boolean => stemIndex(stem) !== undefined;

  return {
    read(question) {
      const origins: number[] = [];
      let particle = '';
      const tokens = tokenize(normalize(question.slice(0, MOST_TEXT))).slice(0, MOST_WORDS);
      const typed = tokens.flatMap((word, at, all) => {
        if (!isLatin(word)) {
          origins.push(at);
          return [word];
        }
        const [first = word, ...more] = lexicon.arabic(word) ?? [speller?.sound(word) ?? word];
        if (PARTICLES.has(first) && isLatin(all[at + 1] ?? '')) {
          particle += first;
          return [];
        }
        const meant = [isLatin(first) ? first : particle + first, ...more];
        particle = '';
        origins.push(...meant.map(() => at));
        return meant;
      });
      let misspelt = 0;
      let isAsTyped = origins.length === tokens.length && !tokens.some(isLatin);
      const words = typed.map((word) => {
        if (known.has(word) || isKnownStem(lexicon.stem(word)) || misspelt >= MOST_MISSPELT) return word;
        misspelt += 1;
        const corrected = speller?.correct(word) ?? word;
        isAsTyped &&= corrected === word;
        return corrected;
      });
      return { typed, words, origins, isAsTyped, stems: words.map(lexicon.stem), ...readMeanings(words, lexicon) };
    },
  };
}

function readMeanings(words: readonly string[], lexicon: Lexicon): Pick<Reading, 'units' | 'concepts' | 'ends'> {
  const units: string[] = [];
  const concepts: string[] = [];
  const ends: number[] = [];
  for (let at = 0; at < words.length;) {
    const hit = lexicon.conceptAt(words, at);
    if (hit === undefined) {
      units.push(lexicon.stem(words[at] ?? ''));
      at += 1;
    } else {
      units.push(CONCEPT_MARK + hit.concept);
      concepts.push(hit.concept);
      at += hit.words;
    }
    ends.push(at);
  }
  return { units, concepts, ends };
}
