import type { UrgentKind, UrgentRules } from '../knowledge/schema/urgent';
import type { UrgentMessages } from '../knowledge/schema/urgent-messages';
import { createListener } from './create-listener';
import { createJudge } from './judge';
import { LIKENESS, learnLikeness } from './likeness';
import { learnWeights } from './learn-weights';
import { createForeignReader } from './read-foreign';
import { WEIGHTS } from './scale';
import { readTraits, type Traits } from './traits';

/** A sign that cannot wait: `emergency` at once, `same-day` within hours. `sign` is the id of the rule. */
export interface Urgent {
  readonly kind: UrgentKind;
  readonly sign: string;
  /** Set where it was written in another language than Arabic. */
  readonly isForeign?: true;
}

/** Reads a message; `undefined` when nothing in it is urgent. Deterministic, never throws, keeps nothing. */
export type UrgentReader = (text: string) => Urgent | undefined;

/** What the reader is made from. */
export interface UrgentContent {
  readonly urgent: UrgentRules;
  readonly urgentMessages: UrgentMessages;
}

/** What else helps to tell urgent from calm. */
export interface UrgentReaderTools {
  /** Sentences known to be calm: the phrasings of the topics, examples of what is out of scope. */
  readonly calm?: readonly string[];
  /** What {@link TrainedUrgentReader.trained} was for the same content and calm sentences: learning takes seconds. */
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
 * Builds the reader of urgent messages: what frames a message is set aside, the rules of knowledge/urgent.yaml look for
 * signs clause by clause, and what was learnt from the messages of knowledge/urgent-messages.yaml weighs them together
 * with all else that is said around them, and hears what no rule has a word for.
 */
export function createUrgentReader(
  { urgent: rules, urgentMessages: examples }: UrgentContent,
  { calm = [], kept }: UrgentReaderTools = {},
): TrainedUrgentReader {
  const listener = createListener(rules);
  const groups = examples.urgent.map(({ sign }) => sign);
  const trained = kept?.length === WEIGHTS + groups.length * LIKENESS ? kept : learn();
  const { judge } = createJudge(trained, groups);
  const readForeign = createForeignReader(rules.foreign);

  function learn(): Float32Array {
    const traitsOf = (messages: readonly string[]): Traits[] =>
      messages.map((text) => readTraits(listener.hear(text.slice(0, LONGEST_MESSAGE))));
    const urgent = examples.urgent.map(({ messages }) => traitsOf(messages));
    const learnt = new Float32Array(WEIGHTS + groups.length * LIKENESS);
    learnt.set(learnWeights({ urgent: urgent.flat(), calm: traitsOf(examples.calm), everyday: traitsOf(calm) }));
    learnt.set(learnLikeness(urgent), WEIGHTS);
    return learnt;
  }

  const readUrgent: UrgentReader = (text) => {
    const foreign = readForeign(text);
    if (foreign !== undefined) return { kind: listener.rules.kindOf(foreign), sign: foreign, isForeign: true };
    const sign = judge(listener.hear(text.slice(0, LONGEST_MESSAGE)));
    return sign === undefined ? undefined : { kind: listener.rules.kindOf(sign), sign };
  };
  return { readUrgent, trained };
}
