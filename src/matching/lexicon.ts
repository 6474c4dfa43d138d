import { normalize } from '../text/normalize';
import { createStemmer, type Stemmer } from '../text/stem';
import { tokenize } from '../text/tokenize';

/** The word lists the matcher reads with: the clinic's vocabulary and the general dialect words. */
export interface LexiconContent {
  /** Concept id → words and phrases that express it; earlier maps win where two name the same word. */
  readonly concepts: readonly Readonly<Record<string, readonly string[]>>[];
  /** Latin spelling → Arabic. */
  readonly arabizi: Readonly<Record<string, string>>;
  /** Words the stemmer leaves whole. */
  readonly protected: readonly string[];
}

/** A concept found in a sequence of words, and how many words express it. */
interface ConceptHit {
  readonly concept: string;
  readonly words: number;
}

export interface Lexicon {
  readonly stem: Stemmer;
  /** Every single word of the lists, normalized. */
  readonly words: ReadonlySet<string>;
  /** Those of the clinic's own vocabulary. */
  readonly own: ReadonlySet<string>;
  /** The concept that begins at `words[at]`: the longest phrase first, then the word, then its stem. */
  conceptAt(words: readonly string[], at: number): ConceptHit | undefined;
  /** The Arabic words that stand for a Latin-letter word, when the lists know it. */
  arabic(latinWord: string): readonly string[] | undefined;
}

const LONGEST_PHRASE = 4;

/** The word lists as they are looked up: plain data, made once. */
export interface LexiconTables {
  readonly protected: readonly string[];
  readonly byPhrase: ReadonlyMap<string, string>;
  /** First word of a phrase → the longest of them, in words. */
  readonly longest: ReadonlyMap<string, number>;
  readonly byStem: ReadonlyMap<string, string>;
  readonly words: ReadonlySet<string>;
  readonly own: ReadonlySet<string>;
  readonly latin: ReadonlyMap<string, readonly string[]>;
}

/** Indexes the word lists. Normalizing them takes most of the time. */
export function readLexicon(content: LexiconContent): LexiconTables {
  const whole = content.protected.map((word) => normalize(word));
  const stem = createStemmer(new Set(whole));
  const byPhrase = new Map<string, string>();
  const longest = new Map<string, number>();
  const byStem = new Map<string, string>();
  const words = new Set<string>();
  const own = new Set<string>();

  const single: { readonly word: string; readonly concept: string }[] = [];
  for (const [at, concepts] of content.concepts.entries()) {
    for (const [concept, phrases] of Object.entries(concepts)) {
      for (const phrase of phrases) {
        const tokens = tokenize(normalize(phrase));
        const [word] = tokens;
        if (word === undefined || tokens.length > LONGEST_PHRASE) continue;
        putNew(byPhrase, tokens.join(' '), concept);
        longest.set(word, Math.max(tokens.length, longest.get(word) ?? 0));
        tokens.forEach((token) => words.add(token));
        if (at === 0) tokens.forEach((token) => own.add(token));
        if (tokens.length === 1) single.push({ word, concept });
      }
    }
  }
  // A stem belongs first to the word that is nothing but the stem.
  for (const { word, concept } of single) if (stem(word) === word) putNew(byStem, word, concept);
  for (const { word, concept } of single) putNew(byStem, stem(word), concept);

  const latin = new Map(
    Object.entries(content.arabizi).map(([spelling, arabic]) => [
      normalize(spelling) as string,
      tokenize(normalize(arabic)),
    ]),
  );

  return { protected: whole, byPhrase, longest, byStem, words, own, latin };
}

/** The lexicon of word lists; `tables`: the same lists, indexed before. */
export function createLexicon(content: LexiconContent, tables: LexiconTables = readLexicon(content)): Lexicon {
  const { byPhrase, longest, byStem, words, own, latin } = tables;
  const stem = createStemmer(new Set(tables.protected));
  return {
    stem,
    words,
    own,
    conceptAt(sequence, at) {
      const first = sequence[at] ?? '';
      const most = longest.get(first) ?? 0;
      for (let length = Math.min(most, sequence.length - at); length > 0; length -= 1) {
        const concept = byPhrase.get(length === 1 ? first : sequence.slice(at, at + length).join(' '));
        if (concept !== undefined) return { concept, words: length };
      }
      const concept = byStem.get(stem(first));
      return concept === undefined ? undefined : { concept, words: 1 };
    },
    arabic: (latinWord) => latin.get(latinWord),
  };
}

function putNew(map: Map<string, string>, key: string, value: string): void {
  if (!map.has(key)) map.set(key, value);
}
