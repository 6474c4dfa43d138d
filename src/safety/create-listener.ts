import type { UrgentRules } from '../knowledge/schema/urgent';
import { normalize } from '../text/normalize';
import { BOUNDARY, compileRules, HARMLESS, type CompiledRules } from './compile-rules';
import { createWordReader } from './create-word-reader';
import { findConcepts } from './find-concepts';
import { findSigns, type Signs } from './find-signs';
import { hearPassage, type Hearing } from './hearing';
import { Lexicon } from './lexicon';
import { understand } from './message';
import { Phrasebook } from './phrasebook';
import { readPassages } from './read-passages';
import { readWords } from './read-words';
import { rememberWords } from './remember-words';
import type { Span } from './span';

/** A message as it was heard: what the rules found in it, and its passages for the second opinion. */
export interface Heard {
  /** Words in it. */
  readonly length: number;
  readonly signs: Signs;
  readonly passages: readonly Span[];
  /** A sign with the words beside it. */
  readonly near: (sign: Span) => Span;
  /** What is heard from the first word of a passage to its last, signs that are only denied or remembered included. */
  readonly hearing: (passage: Span) => Hearing;
}

/** Words on either side of a sign that are heard with it. */
const NEAR = 3;

/** Hears messages by the rules. */
export interface Listener {
  readonly rules: CompiledRules;
  readonly hear: (text: string) => Heard;
  /** True where a sign is in the passage, but only asked about, denied or remembered. */
  readonly isCalmed: (hearing: Hearing) => boolean;
}

/** Prepares the rules: their words, their concepts, and how a message is split and heard. */
export function createListener(rules: UrgentRules): Listener {
  const lexicon = new Lexicon(rules);
  const phrasebook = new Phrasebook(lexicon, {
    ...rules.concepts,
    [HARMLESS]: rules.harmless,
    [BOUNDARY]: rules.boundaries,
  });
  const fillers = new Set(rules.fillers.map((word) => lexicon.add(normalize(word), 'exact')));
  lexicon.seal();
  const compiled = compileRules(rules, phrasebook);
  const readWord = rememberWords(createWordReader(lexicon, rules.gluedDenial));
  // A circumstance that calms is heard like a concept: its number follows theirs.
  const heardAs = (calming: number): number => phrasebook.size + calming;

  return {
    rules: compiled,
    isCalmed: ({ concepts }) => concepts.some((concept) => concept >= phrasebook.size),
    hear(text) {
      const words = readWords(text, readWord);
      const message = understand(findConcepts(words, { phrasebook, fillers }), words.begins, compiled);
      const signs = findSigns(message, compiled);
      return {
        length: words.lexemes.length,
        signs,
        passages: readPassages(words, message),
        near: ({ start, end }) => ({
          start: Math.max(0, start - NEAR),
          end: Math.min(words.lexemes.length, end + NEAR),
        }),
        hearing: (passage) => {
          const calmed = signs.calmed
            .filter(({ at }) => passage.start <= at.start && at.end <= passage.end)
            .map(({ by }) => heardAs(by));
          const { tokens, concepts } = hearPassage(words, message, passage);
          return { tokens, concepts: [...concepts, ...new Set(calmed)] };
        },
      };
    },
  };
}
