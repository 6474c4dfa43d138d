import { FNV_OFFSET, mixHash, mixText } from '../learning/fnv';
import { readArabizi } from '../text/arabizi';
import { normalize } from '../text/normalize';
import { createStemmer } from '../text/stem';
import { isLatin } from '../text/tokenize';
import type { Heard } from './create-listener';

/** What each written word of a message is like, by itself and with its neighbours: places in a table of weights. */
export type Traits = readonly Int32Array[];

/** Places for weights, a power of two: fewer make different traits share a weight. */
export const PLACES = 1 << 19;

/** Letters in a row that are looked at. Two are too common; five hardly add anything and cost a third more time. */
const SHORTEST_GRAM = 3;
const LONGEST_GRAM = 4;
/** Words from the start of one concept to the start of another up to which they are a pair. */
const LONGEST_PAIR = 8;
/** Concepts beyond which pairs are not formed: only walls of text have so many in so few words. */
const MOST_IN_PAIRS = 40;
/** The same for messages with more concepts than {@link WALL}: one of 600 little words takes 8 ms in place of 11. */
const MOST_IN_WALLS = 10;
/** Concepts that make a wall of text: the held-out figures of `npm run eval` are the same with and without. */
const WALL = 800;
const DOUBLED = /(.)\1+/gu;
/** What a trait is of, mixed into its place. */
const OF = {
  word: 1,
  gram: 2,
  two: 3,
  concept: 4,
  pair: 5,
  sign: 6,
  combination: 7,
  begins: 8,
  stem: 9,
  stems: 10,
} as const;
const [WORD, GRAM, TWO] = [hashOf(OF.word), hashOf(OF.gram), hashOf(OF.two)];
const [STEM, STEMS] = [hashOf(OF.stem), hashOf(OF.stems)];
const SPACE = 0x20;
const CONCEPT = hashOf(OF.concept);
const PAIR = hashOf(OF.pair);
const stemOf = createStemmer(new Set());

/**
 * Reads the traits of a message: its words, their stems and letter groups, which carry what no rule has a word for; the
 * concepts of the rules and pairs of them, which carry one meaning through all dialects; what the rules found there and
 * what they made of it. Words inside a frame have none. With stems and pairs of them 1 of 100 signs more was heard at the
 * same false alarms; pairs of stems with others between, and what calms a sign as a trait of it, added nothing to that.
 */
export function readTraits({ words, message, signs }: Heard): Traits {
  const traits = words.tokens.map((): Set<number> => new Set());
  const tokenAt = (lexeme: number): number => words.writtenIn[Math.min(lexeme, words.writtenIn.length - 1)] ?? 0;
  const add = (token: number, hash: number): void => {
    traits[token]?.add(placeOf(hash));
  };
  addWords(words.tokens.map(sayPlainly), add);
  message.begins.forEach((begins, at) => {
    if (begins) add(tokenAt(at), hashOf(OF.begins));
  });

  const spans: { readonly concept: number; readonly start: number; readonly end: number }[] = [];
  message.findings.forEach((found, concept) => {
    for (const { start, end } of found ?? []) {
      if (start >= words.lexemes.length || end <= start) continue;
      spans.push({ concept, start: tokenAt(start), end: tokenAt(end - 1) });
      const hash = mixHash(CONCEPT, concept);
      for (let at = start; at < end; at += 1) add(tokenAt(at), hash);
    }
  });
  spans.sort((a, b) => a.start - b.start || a.end - b.end || a.concept - b.concept);
  const most = spans.length > WALL ? MOST_IN_WALLS : MOST_IN_PAIRS;
  spans.forEach((first, at) => {
    const from = mixHash(PAIR, first.concept);
    const end = Math.min(spans.length, at + most);
    for (let next = at + 1; next < end; next += 1) {
      const second = spans[next];
      if (second === undefined || second.start - first.start > LONGEST_PAIR) break;
      if (second.concept !== first.concept) add((first.start + second.start) >> 1, mixHash(from, second.concept));
    }
  });

  for (const { sign, combination, at, standing } of signs) {
    const number = standing === 'present' ? 0 : standing === 'excused' ? 1 : 2 + standing;
    for (let each = at.start; each < at.end; each += 1) {
      add(tokenAt(each), hashOf(OF.sign, sign.number, Math.min(number, 2)));
      add(tokenAt(each), hashOf(OF.combination, sign.number, combination, number));
    }
  }
  message.framed.forEach((framed, at) => {
    if (framed) traits[tokenAt(at)]?.clear();
  });
  return traits.map(listOf);
}

/** Its places in a row; `Int32Array.from` takes five times as long. */
function listOf(places: ReadonlySet<number>): Int32Array {
  const list = new Int32Array(places.size);
  let at = 0;
  for (const place of places) list[at++] = place;
  return list;
}

/** What the first word of a clause has. */
export const BEGINS_CLAUSE = placeOf(hashOf(OF.begins));

function placeOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (PLACES - 1);
}

function addWords(words: readonly string[], add: (token: number, hash: number) => void): void {
  const stems = words.map(stemOf);
  words.forEach((word, at) => {
    const line = ` ${word} `;
    add(at, mixText(WORD, line));
    for (let length = SHORTEST_GRAM; length <= LONGEST_GRAM; length += 1)
      for (let start = 0; start + length <= line.length; start += 1)
        add(at, mixText(GRAM, line, start, start + length));
    const stem = stems[at] ?? '';
    add(at, mixText(STEM, stem));
    const next = words[at + 1];
    if (next === undefined) return;
    add(at, mixText(mixText(TWO, line), next));
    add(at, mixText(mixHash(mixText(STEMS, stem), SPACE), stems[at + 1] ?? ''));
  });
}

function hashOf(...numbers: readonly number[]): number {
  return numbers.reduce(mixHash, FNV_OFFSET);
}

/** One spelling for what is written in Latin letters or with letters doubled. */
function sayPlainly(word: string): string {
  return isLatin(word) ? normalize(readArabizi(word)) : word.replace(DOUBLED, '$1');
}
