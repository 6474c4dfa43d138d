import { normalize } from '../text/normalize';
import { tokenize } from '../text/tokenize';
import type { Lexeme, Lexicon } from './lexicon';

/** A stretch of words, `end` not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where each concept of the rules stands in a message. */
export type Findings = ReadonlyMap<string, readonly Span[]>;

type Part = { readonly kind: 'word'; readonly lexeme: Lexeme } | { readonly kind: 'concept'; readonly name: string };
interface Phrase {
  readonly concept: string;
  readonly parts: readonly Part[];
}

/** A concept of no words: where a clause ends. */
export const CLAUSE_END = 'end';

/** Fillers that may follow one another inside a phrase. */
const MOST_FILLERS = 2;
const PIECE = /<([^<>]*)>|([^\s<>]+)/g;

/** Finds concepts: single words at once, phrases after the concepts they refer to. */
export class ConceptFinder {
  private readonly conceptsOf = new Map<Lexeme, string[]>();
  /** Phrases of words alone, by their first word. */
  private readonly plain = new Map<Lexeme, Phrase[]>();
  /** Phrases with references, each after those it refers to. */
  private readonly referring: readonly Phrase[];
  private readonly fillers: ReadonlySet<Lexeme>;

  constructor(
    private readonly lexicon: Lexicon,
    concepts: Readonly<Record<string, readonly string[]>>,
    fillers: readonly string[],
  ) {
    this.fillers = new Set(fillers.map((word) => lexicon.add(`=${word}`)));
    const phrases = inOrder(concepts).flatMap((concept) => this.readEntries(concept, concepts[concept] ?? []));
    this.referring = phrases.filter(({ parts }) => parts.some(({ kind }) => kind === 'concept'));
    for (const phrase of phrases.filter(({ parts }) => parts.every(({ kind }) => kind === 'word'))) {
      const [first] = phrase.parts;
      if (first?.kind === 'word') this.plain.set(first.lexeme, [...(this.plain.get(first.lexeme) ?? []), phrase]);
    }
  }

  /** `begins` marks the first word of each clause; the end of each clause is found as the concept {@link CLAUSE_END}. */
  find(words: readonly string[], begins: readonly boolean[]): Map<string, Span[]> {
    const search = new Search(
      words.map((word) => this.lexicon.read(word)),
      this.fillers,
    );
    words.forEach((_word, at) => {
      const next = at + 1;
      if (next === words.length || begins[next] === true) search.add(CLAUSE_END, { start: next, end: next });
    });
    search.lexemes.forEach((lexemes, at) => {
      for (const lexeme of lexemes) {
        for (const concept of this.conceptsOf.get(lexeme) ?? []) search.add(concept, { start: at, end: at + 1 });
        for (const phrase of this.plain.get(lexeme) ?? []) search.addPhrase(phrase, at);
      }
    });
    for (const phrase of this.referring) for (const at of search.startsOf(phrase)) search.addPhrase(phrase, at);
    return search.findings;
  }

  private readEntries(concept: string, entries: readonly string[]): Phrase[] {
    return entries.flatMap((entry) => {
      const parts = this.readParts(entry);
      const [only] = parts;
      if (parts.length > 1 || only?.kind !== 'word') return [{ concept, parts }];
      this.conceptsOf.set(only.lexeme, [...(this.conceptsOf.get(only.lexeme) ?? []), concept]);
      return [];
    });
  }

  private readParts(entry: string): Part[] {
    const pieces = [...entry.matchAll(PIECE)];
    return pieces.flatMap(([, name, word = '']): Part[] => {
      if (name !== undefined) return [{ kind: 'concept', name }];
      const mark = /^[=~]/.exec(word)?.[0] ?? '';
      return tokenize(normalize(word)).map((each) => ({
        kind: 'word',
        lexeme: this.lexicon.add(mark + each),
      }));
    });
  }
}

class Search {
  readonly findings = new Map<string, Span[]>();
  private readonly positions = new Map<Lexeme, number[]>();

  constructor(
    readonly lexemes: readonly ReadonlySet<Lexeme>[],
    private readonly fillers: ReadonlySet<Lexeme>,
  ) {
    lexemes.forEach((here, at) => {
      for (const lexeme of here) this.positions.set(lexeme, [...(this.positions.get(lexeme) ?? []), at]);
    });
  }

  add(concept: string, span: Span): void {
    const spans = this.findings.get(concept);
    if (spans === undefined) this.findings.set(concept, [span]);
    else if (!spans.some(({ start, end }) => start === span.start && end === span.end)) spans.push(span);
  }

  addPhrase({ concept, parts }: Phrase, start: number): void {
    for (const end of this.endsFrom(start, parts, 0)) this.add(concept, { start, end });
  }

  /** Where a phrase could begin: where its first part is. */
  startsOf({ parts: [first] }: Phrase): readonly number[] {
    if (first?.kind === 'concept') return [...new Set(this.findings.get(first.name)?.map(({ start }) => start))];
    return first === undefined ? [] : (this.positions.get(first.lexeme) ?? []);
  }

  /** Where the parts from `at` on can end when the next of them begins at `position` or after a few fillers. */
  private endsFrom(position: number, parts: readonly Part[], at: number): number[] {
    const part = parts[at];
    if (part === undefined) return [position];
    const ends = this.endsOf(part, position).flatMap((end) => this.endsFrom(end, parts, at + 1));
    if (at === 0 || ends.length > 0) return ends;
    for (let skipped = 1; skipped <= MOST_FILLERS && this.isFiller(position + skipped - 1); skipped += 1) {
      const later = this.endsOf(part, position + skipped).flatMap((end) => this.endsFrom(end, parts, at + 1));
      if (later.length > 0) return later;
    }
    return [];
  }

  private endsOf(part: Part, position: number): number[] {
    if (part.kind === 'word') return this.lexemes[position]?.has(part.lexeme) === true ? [position + 1] : [];
    return (this.findings.get(part.name) ?? []).filter(({ start }) => start === position).map(({ end }) => end);
  }

  private isFiller(position: number): boolean {
    for (const lexeme of this.lexemes[position] ?? []) if (this.fillers.has(lexeme)) return true;
    return false;
  }
}

/** Concept names, each after those its entries refer to. */
function inOrder(concepts: Readonly<Record<string, readonly string[]>>): string[] {
  const ordered = new Set<string>();
  const visit = (name: string): void => {
    if (ordered.has(name)) return;
    for (const entry of concepts[name] ?? [])
      for (const [, next] of entry.matchAll(PIECE)) if (next !== undefined) visit(next);
    ordered.add(name);
  };
  for (const name of Object.keys(concepts)) visit(name);
  return [...ordered];
}
