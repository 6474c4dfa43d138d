import type { UrgentKind, UrgentRules } from '../knowledge/schema/urgent';
import { createListener } from './create-listener';
import type { Hearing } from './hearing';
import { createJudge } from './judge';
import { createForeignReader } from './read-foreign';
import { createSecondOpinion } from './second-opinion';

/** A sign that cannot wait: `emergency` at once, `same-day` within hours. `sign` is the id of the rule. */
export interface Urgent {
  readonly kind: UrgentKind;
  readonly sign: string;
  /** Set where it was written in another language than Arabic. */
  readonly isForeign?: true;
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
 * Builds the reader of urgent messages from the rules in knowledge/urgent.yaml: what frames a message is set aside, the
 * rules look for signs clause by clause, then a second opinion learnt from examples hears the passages that no rule has a
 * word for, and overrules a rule only where the passage of the sign sounds plainly calm.
 */
export function createUrgentReader(
  rules: UrgentRules,
  { calm = [], kept }: UrgentReaderTools = {},
): TrainedUrgentReader {
  const listener = createListener(rules);
  const hearWhole = (text: string): Hearing => {
    const { length, hearing } = listener.hear(text);
    return hearing({ start: 0, end: length });
  };
  const hearPassages = (text: string): Hearing[] => {
    const { passages, signs, near, hearing } = listener.hear(text);
    return [...passages, ...signs.present.map(({ at }) => near(at))].map(hearing);
  };
  const secondOpinion = createSecondOpinion<string>(
    {
      urgent: rules.secondOpinion.urgent.map(({ sign, messages }) => ({
        group: sign,
        size: messages.length,
        hear: () => messages.map(hearWhole),
      })),
      hearCalm: () => [...rules.secondOpinion.calm, ...calm].map(hearPassages),
    },
    kept,
  );
  const judge = createJudge(listener, secondOpinion);

  const readForeign = createForeignReader(rules.foreign);

  const readUrgent: UrgentReader = (text) => {
    const foreign = readForeign(text);
    if (foreign !== undefined) return { kind: listener.rules.kindOf(foreign), sign: foreign, isForeign: true };
    const heard = listener.hear(text.slice(0, LONGEST_MESSAGE));
    // A harm that is no symptom has no calm way to be put: only signs of illness are doubted.
    const found = heard.signs.present.find(
      ({ sign, at }) => !isIllness(listener.rules.kindOf(sign.id)) || !judge.overrules(heard, at),
    );
    const sign = found?.sign.id ?? judge.soundsLike(heard);
    return sign === undefined ? undefined : { kind: listener.rules.kindOf(sign), sign };
  };
  return { readUrgent, trained: secondOpinion.trained };
}

function isIllness(kind: UrgentKind): boolean {
  return kind === 'emergency' || kind === 'same-day';
}
