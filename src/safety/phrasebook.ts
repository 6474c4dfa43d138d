import { normalize } from '../text/normalize';
import { tokenize } from '../text/tokenize';
import type { Lexeme, Lexicon } from './lexicon';

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
  readonly referring: Phrase[] = [];
  private readonly numbers = new Map<string, Concept>();
  private readonly meanings = new Map<Lexeme, Concept[]>();

  constructor(
    private readonly lexicon: Lexicon,
    entries: Readonly<Record<string, readonly string[]>>,
  ) {
    for (const name of [CLAUSE_END, ...Object.keys(entries)]) this.numbers.set(name, this.numbers.size);
    this.size = this.numbers.size;
    for (const name of inOrder(entries)) for (const entry of entries[name] ?? []) this.add(this.numberOf(name), entry);
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

  private add(concept: Concept, entry: string): void {
    const parts = [...entry.matchAll(PIECE)].flatMap(([, name, word]) => this.readPiece(name, word));
    const [first] = parts;
    if (first === undefined) return;
    if (parts.some(({ kind }) => kind === 'concept')) this.referring.push({ concept, parts });
    else if (first.kind === 'word') {
      if (parts.length === 1) pushTo(this.meanings, first.lexeme, concept);
      else pushTo(this.plain, first.lexeme, { concept, parts });
    }
  }

  private readPiece(name: string | undefined, word = ''): Part[] {
    if (name !== undefined) return [{ kind: 'concept', concept: this.numberOf(name) }];
    const mark = /^[=~]/.exec(word)?.[0] ?? '';
    return tokenize(normalize(word)).map((each) => ({ kind: 'word', lexeme: this.lexicon.add(mark + each) }));
  }
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
