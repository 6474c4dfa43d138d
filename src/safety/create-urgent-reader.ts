import type { UrgentKind, UrgentRules } from '../knowledge/schema/urgent';
import type { UrgentMessages } from '../knowledge/schema/urgent-messages';
import { normalize } from '../text/normalize';
import { createListener, type Heard, type Listener } from './create-listener';
import { createJudge } from './judge';
import { LIKENESS, learnLikeness } from './likeness';
import { learnWeights } from './learn-weights';
import { learnExamples } from './nearest-examples';
import type { LearntUrgent } from './urgent-bytes';
import { createForeignReader } from './read-foreign';
import { WEIGHTS } from './scale';
import { readTraits, type Traits } from './traits';
import { learnTrust } from './trust';

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

/** What people write in calm. */
export interface CalmTalk {
  /** Questions and sentences. */
  readonly sentences: readonly string[];
  /** Whole messages. */
  readonly stories: readonly string[];
  /** What is put before and behind anything: who somebody is, what they take. */
  readonly framing: readonly string[];
  /** What is put behind anything and says nothing of it: "is this normal?". */
  readonly leaning: readonly string[];
}

/** What else helps to tell urgent from calm. */
export interface UrgentReaderTools {
  readonly calm?: CalmTalk;
  /** What {@link TrainedUrgentReader.trained} was for the same content and calm sentences: learning takes seconds. */
  readonly kept?: LearntUrgent;
}

/** A reader with what it learnt, to be kept. */
export interface TrainedUrgentReader {
  readonly readUrgent: UrgentReader;
  readonly trained: LearntUrgent;
}

const NOTHING: CalmTalk = { sentences: [], stories: [], framing: [], leaning: [] };
/** A longer message is read to here: enough for any person, and bounds the time of one message. */
const LONGEST_MESSAGE = 4_000;
/** Words that are written without spaces between them. */
const MOST_TOGETHER = 3;

/**
 * Builds the reader of urgent messages: what frames a message is set aside, the rules of knowledge/urgent.yaml look for
 * signs clause by clause, and what was learnt from the messages of knowledge/urgent-messages.yaml weighs them together
 * with all else that is said around them, and hears what no rule has a word for.
 */
export function createUrgentReader(
  { urgent: rules, urgentMessages: examples }: UrgentContent,
  { calm = NOTHING, kept }: UrgentReaderTools = {},
): TrainedUrgentReader {
  const listener = createListener(rules);
  const groups = examples.urgent.map(({ sign }) => sign);
  const sizes = [WEIGHTS, groups.length * LIKENESS, listener.rules.combinations];
  const trained =
    kept?.numbers.length === sizes.reduce((sum, size) => sum + size, 0) ? kept : learn(listener, examples, calm);
  const [weights, likeness, trust] = cut(trained.numbers, sizes);
  const { judge } = createJudge({ weights, likeness, examples: trained.examples, trust, groups });
  // What was taught word by word is heard, whatever the weights make of it.
  const taught = new Map(
    examples.urgent.flatMap(({ sign, messages }) => messages.map((text) => [normalize(text), sign] as const)),
  );
  const readForeign = createForeignReader(rules.foreign);

  const readUrgent: UrgentReader = (text) => {
    const foreign = readForeign(text);
    if (foreign !== undefined) return { kind: listener.rules.kindOf(foreign), sign: foreign, isForeign: true };
    const read = text.slice(0, LONGEST_MESSAGE);
    const sign = taught.get(normalize(read)) ?? judge(listener.hear(read));
    return sign === undefined ? undefined : { kind: listener.rules.kindOf(sign), sign };
  };
  return { readUrgent, trained };
}

/** Not within what lives on: that would keep all it learns from. */
function learn(listener: Listener, examples: UrgentMessages, calm: CalmTalk): LearntUrgent {
  const lessonsOf = (messages: readonly string[]): Lesson[] =>
    messages.map((text) => {
      const heard = listener.hear(text.slice(0, LONGEST_MESSAGE));
      return { traits: readTraits(heard), signs: heard.signs };
    });
  const traitsOf = (lessons: readonly Lesson[]) => lessons.map(({ traits }) => traits);
  const urgent = examples.urgent.map(({ messages }) => lessonsOf([...messages, ...writtenTogether(messages)]));
  const told = lessonsOf([...examples.calm, ...calm.stories]);
  const everyday = lessonsOf([...calm.sentences, ...writtenTogether(calm.sentences)]);
  const weights = learnWeights({
    urgent: traitsOf(urgent.flat()),
    calm: traitsOf(told),
    everyday: traitsOf(everyday),
    framing: traitsOf(lessonsOf(calm.framing)),
    leaning: traitsOf(lessonsOf(calm.leaning)),
  });
  const likeness = learnLikeness(urgent.map(traitsOf));
  const trust = learnTrust(listener.rules.combinations, urgent.flat(), [...told, ...everyday]);
  // As they are written: those without spaces are like nothing but themselves.
  const signs = examples.urgent.flatMap(({ messages }, group) => (urgent[group] ?? []).slice(0, messages.length));
  const harmless = [...told, ...everyday.slice(0, calm.sentences.length)];
  return {
    numbers: Float32Array.from([...weights, ...likeness, ...trust]),
    examples: learnExamples(weights, traitsOf(signs), traitsOf(harmless)),
  };
}

/** Short messages as they come without spaces from who has no time for them, or no calm. */
function writtenTogether(messages: readonly string[]): string[] {
  return messages
    .map((message) => message.split(' '))
    .filter(({ length }) => length > 1 && length <= MOST_TOGETHER)
    .map((words) => words.join(''));
}

interface Lesson extends Pick<Heard, 'signs'> {
  readonly traits: Traits;
}

function cut(whole: Float32Array, sizes: readonly number[]): [Float32Array, Float32Array, Float32Array] {
  const [first = 0, second = 0] = sizes;
  return [whole.subarray(0, first), whole.subarray(first, first + second), whole.subarray(first + second)];
}
