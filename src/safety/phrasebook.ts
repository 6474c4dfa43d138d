import { normalize } from '../text/normalize';
import { tokenize } from '../text/tokenize';
import type { Lexeme, Lexicon, Manner } from './lexicon';

/** A number that stands for a concept of the rules. */
export type Concept = number;

/** A word or a concept, in its place in a phrase. */
export type Part =
  { readonly kind: 'word'; readonly lexeme: Lexeme } | { readonly kind: 'concept'; readonly concept: Concept };

/** Words and concepts that in this order mean `concept`. */
export interface Phrase {
  readonly concept: Concept;
  readonly parts: readonly Part[];
}

/** Phrases for one concept that begin alike. */
export interface PhraseGroup {
  readonly first: Part;
  readonly phrases: readonly Phrase[];
}

/** A concept of no words: where a clause ends. */
export const CLAUSE_END = 'end';

const PIECE = /<([^<>]*)>|([^\s<>]+)/g;

/** All concepts of the rules: their numbers, the words that mean them alone, the phrases that do. */
export class Phrasebook {
  /** Number of concepts, {@link CLAUSE_END} with them. */
  readonly size: number;
  /** Phrases of words alone, by their first word. */
  readonly plain = new Map<Lexeme, Phrase[]>();
  /** Phrases that refer to concepts, each after those it refers to. */
  readonly referring: readonly PhraseGroup[];
  private readonly numbers = new Map<string, Concept>();
  private readonly meanings = new Map<Lexeme, Concept[]>();

  constructor(
    private readonly lexicon: Lexicon,
    entries: Readonly<Record<string, readonly string[]>>,
  ) {
    for (const name of [CLAUSE_END, ...Object.keys(entries)]) this.numbers.set(name, this.numbers.size);
    this.size = this.numbers.size;
    this.referring = [...inOrder(entries)].flatMap((name) =>
      groupByFirst((entries[name] ?? []).flatMap((entry) => this.add(this.numberOf(name), entry) ?? [])),
    );
  }

  /** The number of a concept; the schema has made sure that every name is known. */
  numberOf(name: string): Concept {
    const number = this.numbers.get(name);
    if (number === undefined) throw new Error(`no concept is called ${name}`);
    return number;
  }

  /** The concepts a word means by itself. */
  meaningsOf(lexeme: Lexeme): readonly Concept[] {
    return this.meanings.get(lexeme) ?? [];
  }

  /** Keeps words and phrases of words; gives back a phrase that refers to concepts. */
  private add(concept: Concept, entry: string): Phrase | undefined {
    const parts = [...entry.matchAll(PIECE)].flatMap(([, name, word]) => this.readPiece(name, word));
    const [first] = parts;
    if (parts.some(({ kind }) => kind === 'concept')) return { concept, parts };
    if (first?.kind !== 'word') return undefined;
    if (parts.length === 1) pushTo(this.meanings, first.lexeme, concept);
    else pushTo(this.plain, first.lexeme, { concept, parts });
    return undefined;
  }

  private readPiece(name: string | undefined, word = ''): Part[] {
    if (name !== undefined) return [{ kind: 'concept', concept: this.numberOf(name) }];
    const manner = mannerOf(word);
    return tokenize(normalize(word)).map((each) => ({ kind: 'word', lexeme: this.lexicon.add(each, manner) }));
  }
}

function mannerOf(marked: string): Manner {
  if (marked.startsWith('~')) return 'verb';
  return marked.startsWith('=') ? 'exact' : 'word';
}

function groupByFirst(phrases: readonly Phrase[]): PhraseGroup[] {
  const groups = new Map<string, { first: Part; phrases: Phrase[] }>();
  for (const phrase of phrases) {
    const [first] = phrase.parts;
    if (first === undefined) continue;
    const key = first.kind === 'word' ? `word ${first.lexeme}` : `concept ${first.concept}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { first, phrases: [phrase] });
    else group.phrases.push(phrase);
  }
  return [...groups.values()];
}

/** Concept names, each after those its entries refer to. */
function inOrder(entries: Readonly<Record<string, readonly string[]>>): Set<string> {
  const ordered = new Set<string>();
  const visit = (name: string): void => {
    if (ordered.has(name)) return;
    for (const entry of entries[name] ?? [])
      for (const [, next] of entry.matchAll(PIECE)) if (next !== undefined) visit(next);
    if (name in entries) ordered.add(name);
  };
  for (const name of Object.keys(entries)) visit(name);
  return ordered;
}

function pushTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
