import type { UrgentRules } from '../knowledge/schema/urgent';
import { normalize } from '../text/normalize';
import { findCombinations, whole, type Combination } from './combinations';
import { ConceptFinder, type Span } from './concept-finder';
import { isCalmed } from './is-calmed';
import { Lexicon } from './lexicon';
import { distance, inOneClause, overlap, spansOf, type Message } from './message';
import { createWordOpener } from './open-word';
import { readWords } from './read-words';
import { createSecondOpinion } from './second-opinion';

/** A sign that cannot wait: `emergency` at once, `same-day` within hours. `sign` is the id of the rule. */
export interface Urgent {
  readonly kind: 'emergency' | 'same-day';
  readonly sign: string;
}

/** Reads a message; `undefined` when nothing in it is urgent. Deterministic, never throws, keeps nothing. */
export type UrgentReader = (text: string) => Urgent | undefined;

type When = UrgentRules['signs'][number]['when'][number];

const QUESTION_MARK = /[?\u061F]/;
const HARMLESS = 'harmless';
const BOUNDARY = 'boundary';
/** A longer message is read to here: enough for any person, and bounds the time of one message. */
const LONGEST_MESSAGE = 4_000;

/** Log-odds from which the second opinion counts: it misses few there, and raises few questions. Measured on test/safety. */
const SOUNDS_URGENT = -0.5;
/** The same for a message that looks like a question, a memory or a trifle. */
const SOUNDS_URGENT_THOUGH_CALM = 1.5;

/** What else helps to tell urgent from calm. */
export interface UrgentReaderTools {
  /** Sentences known to be calm: the phrasings of the topics, examples of what is out of scope. */
  readonly calm?: readonly string[];
}

/**
 * Builds the reader of urgent messages from the rules in knowledge/urgent.yaml: rules first, then a second opinion
 * learnt from whole messages for what no rule has a word for.
 */
export function createUrgentReader(rules: UrgentRules, { calm = [] }: UrgentReaderTools = {}): UrgentReader {
  const lexicon = new Lexicon(rules);
  const finder = new ConceptFinder(
    lexicon,
    { ...rules.concepts, [HARMLESS]: rules.harmless, [BOUNDARY]: rules.boundaries },
    rules.fillers,
  );
  lexicon.seal();
  const { calmedBy, urgent, calm: ownCalm } = rules.secondOpinion;
  const secondOpinion = createSecondOpinion({ urgent, calm: [...ownCalm, ...calm] });
  const openWord = createWordOpener(lexicon, rules.gluedDenial);

  return (text) => {
    const start = text.slice(0, LONGEST_MESSAGE);
    const { words, begins } = readWords(start, openWord);
    const message = understand(finder.find(words, begins), begins, rules.overrules);
    const found = rules.signs.find(({ when }) => when.some((each) => isPresent(message, each, rules)));
    if (found !== undefined) return { kind: found.kind, sign: found.id };
    const opinion = secondOpinion(start);
    const looksCalm = QUESTION_MARK.test(start) || calmedBy.some((concept) => spansOf(message, concept).length > 0);
    if (opinion === undefined || opinion.score < (looksCalm ? SOUNDS_URGENT_THOUGH_CALM : SOUNDS_URGENT))
      return undefined;
    return { kind: opinion.group.kind, sign: opinion.group.sign };
  };
}

/** Takes away what stands inside figures of speech, and lets clauses begin at "but", "and I", "now". */
function understand(
  findings: Map<string, Span[]>,
  begins: readonly boolean[],
  overrules: UrgentRules['overrules'],
): Message {
  const harmless = findings.get(HARMLESS) ?? [];
  const boundaries = new Set(findings.get(BOUNDARY)?.map(({ start }) => start));
  for (const [concept, spans] of findings) {
    findings.set(
      concept,
      spans.filter((span) => !harmless.some((figure) => overlap(figure, span) && !contains(span, figure))),
    );
  }
  for (const [stronger, weaker] of Object.entries(overrules)) {
    const taken = findings.get(stronger) ?? [];
    for (const concept of taken.length > 0 ? weaker : []) {
      const spans = findings.get(concept) ?? [];
      findings.set(
        concept,
        spans.filter((span) => !taken.some((phrase) => overlap(phrase, span))),
      );
    }
  }
  return { findings, begins: begins.map((isFirst, at) => isFirst || boundaries.has(at)) };
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start;
}

function isPresent(message: Message, when: When, rules: UrgentRules): boolean {
  return findCombinations(message, when.all, when.within).some(
    (combination) =>
      !isExcused(message, combination, when) &&
      !(rules.calmedBy[when.manner] ?? []).some((name) => {
        const calming = rules.calming[name];
        return calming !== undefined && isCalmed(message, combination, calming);
      }),
  );
}

function isExcused(message: Message, combination: Combination, { unless, unlessWithin }: When): boolean {
  const sign = whole(combination);
  return unless
    .flatMap((concept) => spansOf(message, concept))
    .some((span) => distance(span, sign) <= unlessWithin && inOneClause(message, span, sign));
}
