import type { UrgentRules } from '../knowledge/schema/urgent';
import { normalize } from '../text/normalize';
import { tokenize } from '../text/tokenize';
import { BOUNDARY, compileRules, HARMLESS } from './compile-rules';
import { findConcepts } from './find-concepts';
import { isPresent } from './is-present';
import { Lexicon } from './lexicon';
import { spansOf, understand } from './message';
import { createWordReader, type WordReader } from './create-word-reader';
import { Phrasebook } from './phrasebook';
import { readWords } from './read-words';
import { createSecondOpinion } from './second-opinion';

/** A sign that cannot wait: `emergency` at once, `same-day` within hours. `sign` is the id of the rule. */
export interface Urgent {
  readonly kind: 'emergency' | 'same-day';
  readonly sign: string;
}

/** Reads a message; `undefined` when nothing in it is urgent. Deterministic, never throws, keeps nothing. */
export type UrgentReader = (text: string) => Urgent | undefined;

/** What else helps to tell urgent from calm. */
export interface UrgentReaderTools {
  /** Sentences known to be calm: the phrasings of the topics, examples of what is out of scope. */
  readonly calm?: readonly string[];
}

/** A longer message is read to here: enough for any person, and bounds the time of one message. */
const LONGEST_MESSAGE = 4_000;
/**
 * Log-odds from which the second opinion counts. Lower, it hears more that the rules miss, and raises more calm
 * messages. Of 118 urgent messages never seen before, rules alone heard 97, with it 101 at 2 and 108 at -0.5; there it
 * raised 1 of 594 questions in scope and 2 of 450 sentences out of scope.
 */
const SOUNDS_URGENT = -0.5;
/** The same for a message that looks like a question, a memory or a trifle. */
const SOUNDS_URGENT_THOUGH_CALM = 1.5;
/** Added for a short message: short replies and commands sound like anything. */
const MORE_WHEN_SHORT = 3.5;
/** Words beyond which only the rules count: the examples are short, and a wall of text sounds like anything. */
const LONGEST_HEARD = 60;
/** Words up to which a message is short. */
const LONGEST_SHORT = 4;
const QUESTION_MARK = /[?\u061F]/;

/**
 * Builds the reader of urgent messages from the rules in knowledge/urgent.yaml: rules first, then a second opinion
 * learnt from whole messages for what no rule has a word for.
 */
export function createUrgentReader(rules: UrgentRules, { calm = [] }: UrgentReaderTools = {}): UrgentReader {
  const lexicon = new Lexicon(rules);
  const phrasebook = new Phrasebook(lexicon, {
    ...rules.concepts,
    [HARMLESS]: rules.harmless,
    [BOUNDARY]: rules.boundaries,
  });
  const fillers = new Set(rules.fillers.map((word) => lexicon.add(normalize(word), 'exact')));
  lexicon.seal();
  const compiled = compileRules(rules, phrasebook);
  const examples = tokenizeExamples(rules, calm);
  const secondOpinion = createSecondOpinion(examples);
  const readWord = rememberWords(createWordReader(lexicon, rules.gluedDenial), examples);

  return (text) => {
    const read = text.slice(0, LONGEST_MESSAGE);
    const words = readWords(read, readWord);
    const findings = findConcepts(words, { phrasebook, fillers });
    const message = understand(findings, words.begins, compiled);
    const sign = compiled.signs.find(({ when }) => when.some((each) => isPresent(message, each)));
    if (sign !== undefined) return { kind: sign.kind, sign: sign.id };

    const looksCalm =
      QUESTION_MARK.test(read) ||
      findings[compiled.harmless] !== undefined ||
      compiled.calmed.some((concept) => spansOf(message, concept).length > 0);
    if (words.tokens.length > LONGEST_HEARD) return undefined;
    const threshold =
      (looksCalm ? SOUNDS_URGENT_THOUGH_CALM : SOUNDS_URGENT) +
      (words.tokens.length <= LONGEST_SHORT ? MORE_WHEN_SHORT : 0);
    const group = secondOpinion(words.tokens, threshold);
    return group && { kind: group.kind, sign: group.sign };
  };
}

interface Examples {
  readonly urgent: readonly { readonly sign: string; readonly kind: Urgent['kind']; readonly messages: string[][] }[];
  readonly calm: readonly string[][];
}

function tokenizeExamples({ secondOpinion }: UrgentRules, calm: readonly string[]): Examples {
  const wordsOf = (text: string): string[] => tokenize(normalize(text));
  return {
    urgent: secondOpinion.urgent.map(({ sign, kind, messages }) => ({ sign, kind, messages: messages.map(wordsOf) })),
    calm: [...secondOpinion.calm, ...calm].map(wordsOf),
  };
}

/**
 * Reads the words of the examples once only: they are most of what people write. No other word is kept, so nothing that
 * only a patient wrote stays in memory.
 */
function rememberWords(readWord: WordReader, { urgent, calm }: Examples): WordReader {
  const known = new Map<string, ReturnType<WordReader> | undefined>();
  for (const words of [...urgent.flatMap(({ messages }) => messages), ...calm])
    for (const word of words) known.set(word, undefined);
  return (word) => {
    const remembered = known.get(word);
    if (remembered !== undefined) return remembered;
    const reading = readWord(word);
    if (known.has(word)) known.set(word, reading);
    return reading;
  };
}
