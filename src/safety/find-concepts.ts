import type { Lexeme } from './lexicon';
import { CLAUSE_END, type Concept, type Part, type Phrase, type Phrasebook, type PhraseGroup } from './phrasebook';
import type { MessageWords } from './read-words';
import type { Span } from './span';

/** Where each concept of the rules stands in a message, by the number of the concept. */
export type Findings = readonly (readonly Span[] | undefined)[];

/** Fillers that may follow one another inside a phrase. */
const MOST_FILLERS = 2;

interface Dependencies {
  readonly phrasebook: Phrasebook;
  /** Words that may stand inside a phrase without changing it. */
  readonly fillers: ReadonlySet<Lexeme>;
}

/**
 * Finds the concepts of a message: single words first, then phrases, after the concepts they refer to. `begins` marks
 * the first word of each clause; where clauses end is found as the concept {@link CLAUSE_END}.
 */
export function findConcepts(
  { lexemes, begins }: Pick<MessageWords, 'lexemes' | 'begins'>,
  { phrasebook, fillers }: Dependencies,
): Findings {
  const search = new Search(lexemes, fillers, phrasebook.size);
  const end = phrasebook.numberOf(CLAUSE_END);
  for (let next = 1; next <= lexemes.length; next += 1)
    if (next === lexemes.length || begins[next] === true) search.add(end, next, next);
  search.addWords(phrasebook);
  for (const group of phrasebook.referring) search.addReferring(group);
  return search.findings;
}

class Search {
  readonly findings: (Span[] | undefined)[];
  private readonly positions = new Map<Lexeme, number[]>();
  /** What was found, concept and place in one number: a look through the places of a concept is slow in a wall of text. */
  private readonly known = new Set<number>();

  constructor(
    private readonly lexemes: readonly ReadonlySet<Lexeme>[],
    private readonly fillers: ReadonlySet<Lexeme>,
    size: number,
  ) {
    this.findings = new Array<Span[] | undefined>(size).fill(undefined);
    lexemes.forEach((here, at) => {
      for (const lexeme of here) {
        const known = this.positions.get(lexeme);
        if (known === undefined) this.positions.set(lexeme, [at]);
        else known.push(at);
      }
    });
  }

  add(concept: Concept, start: number, end: number): void {
    const words = this.lexemes.length + 1;
    const place = (concept * words + start) * words + end;
    if (this.known.has(place)) return;
    this.known.add(place);
    (this.findings[concept] ??= []).push({ start, end });
  }

  addWords(phrasebook: Phrasebook): void {
    for (const [lexeme, starts] of this.positions) {
      for (const start of starts) {
        for (const concept of phrasebook.meaningsOf(lexeme)) this.add(concept, start, start + 1);
        for (const phrase of phrasebook.plain.get(lexeme) ?? []) this.addPhrase(phrase, start);
      }
    }
  }

  addReferring({ first, phrases }: PhraseGroup): void {
    if (!this.isFound(first)) return;
    const possible = phrases.filter(({ parts }) => parts.every((part) => this.isFound(part)));
    if (possible.length === 0) return;
    for (const start of this.startsOf(first)) for (const phrase of possible) this.addPhrase(phrase, start);
  }

  private startsOf(part: Part): Iterable<number> {
    if (part.kind === 'word') return this.positions.get(part.lexeme) ?? [];
    return new Set(this.findings[part.concept]?.map(({ start }) => start));
  }

  private isFound(part: Part): boolean {
    return part.kind === 'word' ? this.positions.has(part.lexeme) : this.findings[part.concept] !== undefined;
  }

  private addPhrase({ concept, parts }: Phrase, start: number): void {
    this.eachEnd(start, parts, 0, (end) => this.add(concept, start, end));
  }

  /**
   * Calls `found` with each place where the parts from `at` on can end when the next of them begins at `position`, or
   * after a few fillers. True when there is one.
   */
  private eachEnd(position: number, parts: readonly Part[], at: number, found: (end: number) => void): boolean {
    const part = parts[at];
    if (part === undefined) {
      found(position);
      return true;
    }
    if (this.eachEndWithout(position, part, parts, at, found)) return true;
    for (let skipped = 1; at > 0 && skipped <= MOST_FILLERS && this.isFiller(position + skipped - 1); skipped += 1)
      if (this.eachEndWithout(position + skipped, part, parts, at, found)) return true;
    return false;
  }

  /** The same, without fillers before the first of the parts. */
  private eachEndWithout(
    position: number,
    part: Part,
    parts: readonly Part[],
    at: number,
    found: (end: number) => void,
  ): boolean {
    if (part.kind === 'word')
      return this.lexemes[position]?.has(part.lexeme) === true && this.eachEnd(position + 1, parts, at + 1, found);
    let isFound = false;
    for (const span of this.findings[part.concept] ?? [])
      if (span.start === position) isFound = this.eachEnd(span.end, parts, at + 1, found) || isFound;
    return isFound;
  }

  private isFiller(position: number): boolean {
    for (const lexeme of this.lexemes[position] ?? []) if (this.fillers.has(lexeme)) return true;
    return false;
  }
}
