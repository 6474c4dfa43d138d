import type { UrgentRules } from '../knowledge/schema/urgent';
import { normalize } from '../text/normalize';
import { BOUNDARY, compileRules, HARMLESS, type CompiledRules } from './compile-rules';
import { createWordReader, type WordReader } from './create-word-reader';
import { findConcepts } from './find-concepts';
import { findPresent } from './find-present';
import { hearAround, hearWhole, type Hearing } from './hearing';
import { Lexicon } from './lexicon';
import { spansOf, understand, type Message } from './message';
import { Phrasebook } from './phrasebook';
import { readWords, type MessageWords } from './read-words';
import { createSecondOpinion } from './second-opinion';
import type { Span } from './span';

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
  /** What {@link TrainedUrgentReader.trained} was for the same rules and calm sentences: learning takes seconds. */
  readonly kept?: Float32Array;
}

/** A reader with what it learnt, to be kept. */
export interface TrainedUrgentReader {
  readonly readUrgent: UrgentReader;
  readonly trained: Float32Array;
}

/** A longer message is read to here: enough for any person, and bounds the time of one message. */
const LONGEST_MESSAGE = 4_000;
/**
 * Log-odds from which the second opinion counts where no rule does: where learning began, so that nothing unheard of is
 * urgent. In scenarios it had not learnt, it and the rules heard 95 of 100 emergencies and 83 of 100 same-day signs, and
 * raised 4 of 100 calm messages that tempt; 0.5 lower they were 96, 85 and 5.
 */
const SOUNDS_URGENT = -1;
/** The same for a message that looks like a question, a memory or a trifle. */
const SOUNDS_URGENT_THOUGH_CALM = 1;
/** Added for a short message: short replies and commands sound like anything. With 3, 10 of 100 fewer keywords were heard. */
const MORE_WHEN_SHORT = 1;
/**
 * Log-odds below which a rule was misled. It silenced 1 of 400 urgent messages, took a third of the calm ones that rules
 * raised, and half of the questions in scope.
 */
const SOUNDS_CALM = -2.5;
/** Words beyond which only the rules count: the examples are short, and a wall of text sounds like anything. */
const LONGEST_HEARD = 60;
/** Words up to which a message is short. */
const LONGEST_SHORT = 4;
/** Words whose reading is remembered; the shipped content has about 15,000. Half the time of a message. */
const MOST_REMEMBERED = 20_000;
const QUESTION_MARK = /[?\u061F]/;

/**
 * Builds the reader of urgent messages from the rules in knowledge/urgent.yaml: rules first, then a second opinion
 * learnt from whole messages. It hears what no rule has a word for, and overrules a rule only where a message sounds
 * plainly calm.
 */
export function createUrgentReader(
  rules: UrgentRules,
  { calm = [], kept }: UrgentReaderTools = {},
): TrainedUrgentReader {
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

  const hear = (text: string): Heard => {
    const words = readWords(text, readWord);
    const findings = findConcepts(words, { phrasebook, fillers });
    return {
      words,
      message: understand(findings, words.begins, compiled),
      isHarmless: findings[compiled.harmless] !== undefined,
    };
  };
  const hearAll = (texts: readonly string[]): Hearing[] => {
    return texts.map((text) => {
      const { words, message } = hear(text);
      return hearWhole(words, message);
    });
  };
  const secondOpinion = createSecondOpinion<Urgent>(
    {
      urgent: rules.secondOpinion.urgent.map(({ sign, kind, messages }) => ({
        group: { kind, sign },
        size: messages.length,
        hear: () => hearAll(messages),
      })),
      hearCalm: () => hearAll([...rules.secondOpinion.calm, ...calm]),
    },
    kept,
  );

  const findSign = (message: Message): { readonly urgent: Urgent; readonly at: Span } | undefined => {
    for (const { id, kind, when } of compiled.signs) {
      for (const each of when) {
        const at = findPresent(message, each);
        if (at !== undefined) return { urgent: { kind, sign: id }, at };
      }
    }
    return undefined;
  };
  /** True where neither the message nor the clause of the sign could be urgent: then the rule was misled. */
  const soundsCalm = ({ words, message }: Heard, at: Span): boolean =>
    [hearWhole(words, message), hearAround(words, message, at)].every(
      (hearing) => (secondOpinion.score(hearing) ?? SOUNDS_CALM) < SOUNDS_CALM,
    );
  /** The group of examples that a message is like in which no rule found a sign; undefined where it sounds like none. */
  const soundsLike = ({ words, message, isHarmless }: Heard, isQuestion: boolean): Urgent | undefined => {
    const looksCalm = isHarmless || isQuestion || isCalmed(message, compiled);
    const threshold =
      (looksCalm ? SOUNDS_URGENT_THOUGH_CALM : SOUNDS_URGENT) +
      (words.tokens.length <= LONGEST_SHORT ? MORE_WHEN_SHORT : 0);
    const hearing = hearWhole(words, message);
    const score = secondOpinion.score(hearing);
    return score !== undefined && score >= threshold ? secondOpinion.groupOf(hearing) : undefined;
  };

  const readUrgent: UrgentReader = (text) => {
    const read = text.slice(0, LONGEST_MESSAGE);
    const heard = hear(read);
    const sign = findSign(heard.message);
    const isLong = heard.words.tokens.length > LONGEST_HEARD;
    if (sign !== undefined) return isLong || !soundsCalm(heard, sign.at) ? sign.urgent : undefined;
    return isLong ? undefined : soundsLike(heard, QUESTION_MARK.test(read));
  };
  return { readUrgent, trained: secondOpinion.trained };
}

interface Heard {
  readonly words: MessageWords;
  readonly message: Message;
  readonly isHarmless: boolean;
}

function isCalmed(message: Message, { calmed }: CompiledRules): boolean {
  return calmed.some((concept) => spansOf(message, concept).length > 0);
}

/** People share most of their words: each is read once. Single words in memory only, and never many. */
function rememberWords(readWord: WordReader): WordReader {
  const remembered = new Map<string, ReturnType<WordReader>>();
  return (word) => {
    const known = remembered.get(word);
    if (known !== undefined) return known;
    const reading = readWord(word);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(word, reading);
    return reading;
  };
}
