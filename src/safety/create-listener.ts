import type { UrgentRules } from '../knowledge/schema/urgent';
import { normalize } from '../text/normalize';
import { BOUNDARY, compileRules, HARMLESS, type CompiledRules } from './compile-rules';
import { createWordReader } from './create-word-reader';
import { findConcepts } from './find-concepts';
import { findSigns, type FoundSign } from './find-signs';
import { Lexicon } from './lexicon';
import { understand, type Message } from './message';
import { Phrasebook } from './phrasebook';
import { readWords, type MessageWords } from './read-words';
import { rememberWords } from './remember-words';

/** A message as it was heard, before anything is decided. */
export interface Heard {
  readonly words: MessageWords;
  readonly message: Message;
  /** What the rules found, the gravest first. */
  readonly signs: readonly FoundSign[];
}

/** Hears messages by the rules. */
export interface Listener {
  readonly rules: CompiledRules;
  readonly hear: (text: string) => Heard;
}

/** Prepares the rules: their words, their concepts, and how a message is heard by them. */
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

  return {
    rules: compiled,
    hear(text) {
      const words = readWords(text, readWord);
      const message = understand(findConcepts(words, { phrasebook, fillers }), words.begins, compiled);
      return { words, message, signs: findSigns(message, compiled) };
    },
  };
}
