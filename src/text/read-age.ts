import type { AgeRange } from './age-range';
import { ageOfBirthDate, ageOfBirthDecade, ageOfBirthYear, ageOfShortYear, isBirthYear } from './birth-date';
import { WAW } from './letters';
import { createPhraseIndex } from './phrase-index';
import { createNumberReader } from './read-number';

/** Words around ages; numbers by value. From eligibility.yaml. */
export interface AgeWords {
  readonly numbers: Readonly<Record<string, readonly string[]>>;
  readonly below: readonly string[];
  readonly above: readonly string[];
  readonly reached: readonly string[];
  readonly refusals: readonly string[];
  readonly negators: readonly string[];
  readonly born: readonly string[];
  /** "My age": the number beside it is meant before any other. */
  readonly mine: readonly string[];
  /** Years of age, after a number. */
  readonly years: readonly string[];
  /** Days, weeks, months: the number before them is no age. */
  readonly spans: readonly string[];
  /** "Since", "ago": the years after them are no age. */
  readonly since: readonly string[];
  /** Weight, height, telephone: the number beside them is no age. */
  readonly measures: readonly string[];
  /** "Still … to go until". */
  readonly until: readonly string[];
  /** "Eighteen less a month". */
  readonly minus: readonly string[];
  readonly decades: Readonly<Record<string, readonly string[]>>;
}

/** An age that was told; `unclear`: a number stands there, but whose or which age it tells is open. */
type AgeRead = AgeRange | 'unclear';

/**
 * Reads the age a sentence tells: "I am 17", "weight 60 and age 16", "20 days to 18", a date or year of birth of either
 * calendar. Undefined when it tells none. `at`: now, in milliseconds since 1970.
 */
export type AgeReader = (words: readonly string[], at: number) => AgeRead | undefined;

type Label = Exclude<keyof AgeWords, 'numbers' | 'decades'> | 'decade';
type Item =
  | { readonly kind: 'number'; readonly value: number; readonly isAge: boolean; readonly isPlain: boolean }
  | { readonly kind: Label; readonly value: number }
  | { readonly kind: 'word' };

const OLDEST = 120;
const DECADE = 10;
const SHORTEST_JOINED = 3;
/** Words for smaller numbers mean other things too ("six" is also "lady"). */
const FEWEST_SPOKEN = 10;
/** Words between "my age" and its number. */
const NEAR = 3;
/** Years that "nearly thirty" may still lack. */
const MOST_NEARLY = 3;
/** How plainly a number is meant as the age. */
const PLAIN = 3;
const COUNTED = 2;
const BARE = 1;

/** Creates the reader. */
export function createAgeReader(words: AgeWords): AgeReader {
  const readItems = createItemReader(words);
  return (tokens, at) => {
    const items = readItems(tokens);
    return readBirth(items, at) ?? readDecade(items) ?? readStated(items);
  };
}

/** Whether an age is below a limit; undefined when the range leaves that open. */
export function isBelow({ least, most }: AgeRange, limit: number): boolean | undefined {
  if (most < limit) return true;
  return least >= limit ? false : undefined;
}

/**
 * How a sentence speaks of an age: `named` ("my age is", "born in", "I have not reached 18"), `counted` ("34 years"), `bare`
 * (one number that counts nothing else); undefined when it does not.
 */
export type AgeMentionReader = (words: readonly string[]) => 'named' | 'counted' | 'bare' | undefined;

/** Creates the reader of mentions. */
export function createAgeMentionReader(words: AgeWords): AgeMentionReader {
  const readItems = createItemReader(words);
  return (tokens) => {
    const items = readItems(tokens);
    if (items.some(({ kind }, at) => kind === 'mine' || kind === 'born' || isReached(items, at))) return 'named';
    const weights = items.map((_, at) => weigh(items, at)).filter((weight) => weight > 0);
    if (weights.includes(COUNTED)) return 'counted';
    return weights.length === 1 ? 'bare' : undefined;
  };
}

/** "I have not reached 18", "a month to go to 18": a number at the end, of which the person speaks as a birthday. */
function isReached(items: readonly Item[], at: number): boolean {
  const kind = items[at]?.kind;
  const number = items[at + 1];
  const after = items[at + 2]?.kind;
  const isLast = after === undefined || after === 'years' || after === 'since' || after === 'below';
  return (
    (kind === 'reached' || kind === 'until') && number?.kind === 'number' && number.value >= FEWEST_SPOKEN && isLast
  );
}

function createItemReader(words: AgeWords): (tokens: readonly string[]) => Item[] {
  const { numbers, decades, ...labels } = words;
  const readNumber = createNumberReader(numbers);
  const decadeOf = new Map(
    Object.entries(decades).flatMap(([value, names]) => names.map((name) => [name, value] as const)),
  );
  const index = createPhraseIndex<Label>([
    ...(['mine', 'minus', 'until', 'below', 'above', 'reached', 'born', 'since'] as const).map(
      (label) => [label, labels[label]] as const,
    ),
    ...(['spans', 'years', 'measures', 'refusals', 'negators'] as const).map(
      (label) => [label, labels[label]] as const,
    ),
    ['decade', [...decadeOf.keys()]],
  ]);
  const decadeIndex = createPhraseIndex([...decadeOf].map(([name, value]) => [Number(value), [name]] as const));

  return (tokens) => {
    const items: Item[] = [];
    for (let at = 0; at < tokens.length;) {
      const found = index.longestAt(tokens, at) ?? index.longestAt(withoutAnd(tokens, at), 0);
      const number = readNumber(tokens, at);
      // "Sixteen" is one word of numbers even where its first word also means something else.
      if (number !== undefined && number.length >= (found?.length ?? 0)) {
        items.push({
          kind: 'number',
          value: number.value,
          isAge: number.value >= 1 && number.value <= OLDEST,
          isPlain: /\d/.test(tokens[at] ?? '') || number.value >= FEWEST_SPOKEN,
        });
        at += number.length;
        continue;
      }
      if (found === undefined) items.push({ kind: 'word' });
      else items.push({ kind: found.label, value: decadeIndex.longestAt(tokens, at)?.label ?? 0 });
      at += found?.length ?? 1;
    }
    return items;
  };
}

/** The words from a place on, "and" before the first taken off. */
function withoutAnd(tokens: readonly string[], at: number): readonly string[] {
  const word = tokens[at] ?? '';
  return word.startsWith(WAW) && word.length > SHORTEST_JOINED ? [word.slice(1), ...tokens.slice(at + 1)] : [];
}

/** A date or year of birth. Three numbers in a row without a year of four digits are a date nobody can be sure of. */
function readBirth(items: readonly Item[], at: number): AgeRead | undefined {
  const numbers = items.map((item) => (item.kind === 'number' ? item.value : undefined));
  const years = numbers.flatMap((value, place) =>
    value !== undefined && isBirthYear(value, at) ? [{ value, place }] : [],
  );
  const [year] = years;
  if (year !== undefined) {
    if (years.some(({ value }) => value !== year.value)) return 'unclear';
    const before = [numbers[year.place - 2], numbers[year.place - 1]] as const;
    const after = [numbers[year.place + 2], numbers[year.place + 1]] as const;
    const date = isDay(before) ? before : isDay(after) ? after : undefined;
    return date === undefined ? ageOfBirthYear(year.value, at) : ageOfBirthDate(date, year.value, at);
  }
  if (numbers.some((value) => value !== undefined && value > OLDEST && value >= 1000)) return 'unclear';
  const born = items.findIndex(({ kind }) => kind === 'born');
  const inARow = numbers.some((value, n) => isDay([value, numbers[n + 1]]) && numbers[n + 2] !== undefined);
  if (inARow) return 'unclear';
  if (born < 0) return undefined;
  const decade = items.slice(born).find(({ kind }) => kind === 'decade');
  if (decade?.kind === 'decade') return ageOfBirthDecade(decade.value, at);
  const short = numbers.slice(born).find((value) => value !== undefined);
  // "My age is 34, born in Riyadh": the word tells nothing of its own.
  if (short === undefined) return items.some(({ kind }) => kind === 'mine') ? undefined : 'unclear';
  return ageOfShortYear(short, at) ?? 'unclear';
}

function isDay(pair: readonly (number | undefined)[]): pair is readonly [number, number] {
  return pair.every((value) => value !== undefined && value >= 1 && value <= 31);
}

function readDecade(items: readonly Item[]): AgeRead | undefined {
  const decade = items.find((item) => item.kind === 'decade');
  if (decade?.kind !== 'decade' || decade.value > OLDEST || items.some(({ kind }) => kind === 'number'))
    return undefined;
  return { least: decade.value, most: decade.value + DECADE - 1 };
}

function readStated(items: readonly Item[]): AgeRead | undefined {
  const weighed = items.map((_, at) => ({ at, weight: weigh(items, at) })).filter(({ weight }) => weight > 0);
  const heaviest = Math.max(0, ...weighed.map(({ weight }) => weight));
  const [first, ...more] = weighed.filter(({ weight }) => weight === heaviest);
  if (first === undefined) return items.some((item) => item.kind === 'number' && !item.isAge) ? 'unclear' : undefined;
  const value = valueAt(items, first.at);
  if (more.some(({ at }) => valueAt(items, at) !== value)) return 'unclear';
  return rangeOf(value, items, first.at);
}

function valueAt(items: readonly Item[], at: number): number {
  const item = items[at];
  return item?.kind === 'number' ? item.value : 0;
}

/** How plainly the number at a place is the age; 0 when it is none. */
function weigh(items: readonly Item[], at: number): number {
  const item = items[at];
  if (item?.kind !== 'number' || !item.isAge) return 0;
  const next = items[at + 1]?.kind;
  const before = items[at - 1]?.kind;
  // "Not 18, I am 17": the first is no age.
  if (next === 'spans' || before === 'measures' || before === 'negators') return 0;
  if (items.slice(Math.max(0, at - NEAR), at).some(({ kind }) => kind === 'mine') && !isTaken(items, at)) return PLAIN;
  if (next === 'measures') return 0;
  if (next === 'years') return before === 'since' ? 0 : COUNTED;
  if (next === 'mine') return COUNTED;
  return item.isPlain ? BARE : 0;
}

/** Another number stands between "my age" and this one. */
function isTaken(items: readonly Item[], at: number): boolean {
  const mine = items.slice(0, at).findLastIndex(({ kind }) => kind === 'mine');
  return items.slice(mine + 1, at).some(({ kind }) => kind === 'number');
}

function rangeOf(value: number, items: readonly Item[], at: number): AgeRange {
  const before = new Set(items.slice(0, at).map(({ kind }) => kind));
  const after = items.slice(at + 1).map(({ kind }) => kind);
  const younger = { least: 0, most: value - 1 };
  // "Thirty less a month", "a month to thirty": the year before it. "Nearly thirty" may be some more.
  const isShort = items.some(({ kind }) => kind === 'spans');
  const nearly = { least: Math.max(0, value - (isShort ? 1 : MOST_NEARLY)), most: value - 1 };
  const atLeast = { least: value, most: OLDEST };
  const negated = before.has('negators');
  if (after.includes('minus') || after[0] === 'until') return nearly;
  if (before.has('until') || (before.has('spans') && !before.has('since'))) return nearly;
  if (before.has('below')) return negated ? atLeast : younger;
  if (before.has('above')) return negated ? { least: 0, most: value } : atLeast;
  if (before.has('reached')) return negated ? younger : { least: value, most: value };
  return { least: value, most: value };
}
