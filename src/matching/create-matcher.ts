import { BEH, FEH, WAW } from '../text/letters';
import { normalize } from '../text/normalize';
import { tokenize } from '../text/tokenize';
import { createAreaReader } from './area';
import { askedWindows } from './asked-windows';
import calibrationFile from './calibration.json';
import type { Calibration } from './calibration';
import { OPEN, OUT_OF_SCOPE, WISH } from './confidence';
import { COSTS, thresholdsFor, type Thresholds } from './thresholds';
import type { TrainedPart } from '../learning/kept-model';
import { createIntentClassifier, type Example, type Ranking } from './intent-classifier';
import { createJudge, type Judge, type Judgement } from './judge';
import { createLexicon, readLexicon, type LexiconContent } from './lexicon';
import { plainTrained, type PreparedMatcher, trainedOf } from './prepared-matcher';
import { joinAnswers, type Heard } from './join-answers';
import type { Area, Match, MatchContext, Matcher, Scored, Wish } from './match';
import { MATCHER_SETTINGS } from './settings';
import { likeliestPair, readPairs, type Pair } from './two-questions';

/** A topic as far as matching goes. */
export interface MatchableTopic {
  readonly id: string;
  readonly question: string;
  readonly button: string;
  readonly phrasings: readonly string[];
  readonly area?: Area | undefined;
  readonly category: string;
  /** Topics offered after its answer. */
  readonly related?: readonly string[] | undefined;
  /** A wrong answer here costs more: warnings and medicines. */
  readonly careful?: boolean | undefined;
}

/** The content a matcher is made from; `Knowledge` fits. */
export interface MatcherContent {
  readonly topics: readonly MatchableTopic[];
  readonly vocabulary: {
    readonly concepts: LexiconContent['concepts'][number];
    readonly arabizi: LexiconContent['arabizi'];
    readonly protected: readonly string[];
    readonly areas: Readonly<Record<Area, readonly string[]>>;
    readonly askers: readonly string[];
  };
  readonly dialects: { readonly concepts: LexiconContent['concepts'][number] };
  readonly openQuestions: {
    readonly openQuestions: readonly { readonly offer: readonly string[]; readonly phrasings: readonly string[] }[];
  };
  /** What people want that is no question. */
  readonly wishes?: Readonly<Record<Wish, readonly string[]>>;
  readonly outOfScope: { readonly groups: Readonly<Record<string, { readonly examples: readonly string[] }>> };
}

export interface MatcherOptions {
  readonly calibration?: Calibration;
  /** A trained part kept from the same content. */
  readonly kept?: TrainedPart;
  /** Everything made of the same content before: then nothing takes long. */
  readonly prepared?: PreparedMatcher;
  /** False leaves Fuse.js out, for the ablation of the bench. */
  readonly spelling?: boolean;
}

export interface TrainedMatcher extends Matcher {
  /** What training made, to be kept. */
  readonly trained: TrainedPart;
  /** The steps of a decision, for calibrating and explaining it. */
  rank(question: string): Ranking;
  /** The label a question is likest to, were its very words not among the phrasings. */
  lean(question: string): string;
  /** Everything that took time to make, for another thread. */
  prepared(): PreparedMatcher;
  pairs(question: string): Pair[];
  judge: Judge;
}

/** The most topics offered as "did you mean". */
const MOST_OFFERED = 3;
/** An offered topic has at least this share of the best one's belief. */
const LEAST_OFFERED = 0.002;
/** Least probability that a message holds two questions. Development questions: 90 % of the pairs, 4.1 % of single questions cut. */
const TWO_QUESTIONS = 0.45;
/** The same for a message that has no sure answer as a whole, where a cut costs less. */
const TWO_QUESTIONS_ELSE_UNSURE = 0.25;
/** The same for a part that was cut out already: that a message holds a third question is rarer. */
const MORE_QUESTIONS = 0.7;
/** A message whose best topic holds this much of the belief is one question, and is not cut. 0.97 loses 2 % of the pairs, 1 a fifth of the time. */
const PLAINLY_ONE = 0.99;
/** Both halves must be likely enough to be in scope, or the message is not two questions for this knowledge base. */
const HALF_IN_SCOPE = 0.2;
/** A message is cut into no more questions than this: an answer must fit on a telephone. */
const MOST_QUESTIONS = 4;
/** From this many words on, each stretch that asks is also heard alone: from 14 on, 1 in 100 more is wrong and sure. */
const SHORTEST_STORY = 20;
/** Least probability of what a stretch asks. At 0.9 the development messages lose 2 right in 100, at 0.65 1 more is wrong. */
const HEARD = 0.8;
const HEARD_IN_SCOPE = 0.5;
/** More stretches are not heard, so that a long message stays quick. */
const MOST_WINDOWS = 12;
/** "And", "so" or "with" written in one with a word that asks. */
const JOINED = new RegExp(`^[${WAW}${FEH}${BEH}]..`, 'u');
/** A bare area word ("and the dark circles?") that is this surely a topic of its own is not a change of area. */
const OWN_TOPIC = 0.5;

/** Makes the matcher of a knowledge base. Training takes about a second; see `kept`. */
export function createMatcher(content: MatcherContent, options: MatcherOptions = {}): TrainedMatcher {
  const { prepared } = options;
  const { examples, words } = prepared === undefined ? trainingContent(content) : NO_CONTENT;
  const tables = prepared?.lexicon ?? readLexicon(words);
  const lexicon = createLexicon(words, tables);
  const before = prepared && { kept: trainedOf(prepared), read: prepared.read };
  const classifier = createIntentClassifier(examples, { lexicon, settings: MATCHER_SETTINGS, ...options, ...before });
  const byId = new Map(content.topics.map((topic) => [topic.id, topic]));
  const areas = createAreaReader(content.vocabulary.areas, lexicon.stem);
  const askers = new Set<string>(content.vocabulary.askers.map((word) => normalize(word)));
  const calibration: Calibration = options.calibration ?? calibrationFile;
  const judge = createJudge({
    classifier,
    calibration,
    areas,
    areaOf: (topic) => byId.get(topic)?.area,
    nearness: (topic, last) => nearness(byId.get(topic), byId.get(last)),
  });
  const thresholds = thresholdsFor(COSTS);

  const isAsker = (word: string): boolean => askers.has(word) || (JOINED.test(word) && askers.has(word.slice(1)));
  const pairsOf = (question: string, whole: Judgement): Pair[] =>
    readPairs(question, whole, { judge: (part) => judge(part), isAsker });

  return {
    trained: classifier.trained,
    rank: (question) => classifier.rank(question),
    lean: (question) => classifier.lean(question),
    prepared: () => ({ ...plainTrained(classifier.trained), lexicon: tables, read: classifier.read }),
    judge,
    pairs: (question) => pairsOf(question, judge(question)),
    match,
    matchStory({ text, asked }, context) {
      const whole = match(text, context);
      if (tokenize(normalize(text)).length < SHORTEST_STORY) return whole;
      const windows = asked.flatMap((words) => askedWindows(words, isAsker));
      return joinAnswers(whole, windows.slice(0, MOST_WINDOWS).flatMap(hear), MOST_QUESTIONS);
    },
  };

  function match(question: string, context?: MatchContext): Match {
    const whole = judge(question, context);
    if (context !== undefined && changesArea(whole)) return otherArea(context, whole, byId, judge);
    const single = decide(whole, byId, thresholds);
    const least = single.kind === 'sure' ? TWO_QUESTIONS : TWO_QUESTIONS_ELSE_UNSURE;
    return severalQuestions(question, whole, least) ?? single;
  }

  function hear(window: string): Heard[] {
    const { topics, scope } = judge(window);
    const [best] = topics;
    if (best === undefined || best.score < HEARD || scope < HEARD_IN_SCOPE) return [];
    const wish = wishOf(best.topic);
    return [
      wish === undefined
        ? { kind: 'topic', scored: { ...best, text: window } }
        : { kind: 'wish', wish, score: best.score },
    ];
  }

  function changesArea({ words, topics, beliefs }: Judgement): boolean {
    return areas.saysOnlyArea(words) && (beliefs.get(topics[0]?.topic ?? '') ?? 0) < OWN_TOPIC;
  }

  function severalQuestions(question: string, whole: Judgement, least: number): Match | undefined {
    const parts = cut(question, whole, least, MOST_QUESTIONS);
    if (parts.length < 2) return undefined;
    const all = topicsOf(parts);
    const topics = all.filter(({ topic }) => wishOf(topic) === undefined);
    if (topics.length === 0) return undefined;
    const wish = all.map(({ topic }) => wishOf(topic)).find((wanted) => wanted !== undefined && wanted !== 'more');
    const area = whole.area ?? parts.find(({ judged }) => judged.area !== undefined)?.judged.area;
    const score = Math.min(...parts.map(({ score: sure }) => sure));
    return { kind: 'sure', topics, score, ...(wish !== undefined && { wish }), ...(area !== undefined && { area }) };
  }

  /** The questions of a text: cut where both sides stand alone, and each side again. */
  function cut(text: string, judged: Judgement, least: number, most: number): Part[] {
    const uncut = [{ text, judged, score: 1 }];
    if (most < 2 || (judged.beliefs.get(judged.topics[0]?.topic ?? '') ?? 0) >= PLAINLY_ONE) return uncut;
    const found = likeliestPair(pairsOf(text, judged), calibration.twoQuestions);
    if (found === undefined || found.score < least) return uncut;
    const [one, other] = found.pair.halves;
    if (one.scope < HALF_IN_SCOPE || other.scope < HALF_IN_SCOPE) return uncut;
    const first = cut(found.pair.split.first, one, MORE_QUESTIONS, most - 1);
    const second = cut(found.pair.split.second, other, MORE_QUESTIONS, most - first.length);
    return [...first, ...second].map((part) => ({ ...part, score: Math.min(part.score, found.score) }));
  }
}

/** The wish a label stands for, when it stands for one. */
function wishOf(label: string): Wish | undefined {
  return label.startsWith(WISH) ? (label.slice(WISH.length) as Wish) : undefined;
}

/** One of the questions of a message, and how likely it is that it was cut out rightly. */
interface Part {
  readonly text: string;
  readonly judged: Judgement;
  readonly score: number;
}

/** The best topic of each part, each topic once, in the order asked. */
function topicsOf(parts: readonly Part[]): Scored[] {
  const best = parts.flatMap(({ text, judged }) => judged.topics.slice(0, 1).map((scored) => ({ ...scored, text })));
  return best.filter(({ topic }, at) => best.findIndex((other) => other.topic === topic) === at);
}

function decide(judged: Judgement, byId: ReadonlyMap<string, MatchableTopic>, thresholds: Thresholds): Match {
  const { topics, scope } = judged;
  const area = judged.area === undefined ? {} : { area: judged.area };
  const [best] = topics;
  if (best === undefined || scope < thresholds.offer) return { kind: 'unknown', score: best?.score ?? 0, ...area };
  const [only, ...others] = judged.open ?? [];
  if (only !== undefined && others.length === 0) {
    return { kind: 'sure', topics: [{ topic: only, score: best.score }], score: best.score, ...area };
  }
  if (only !== undefined) {
    const offered = [only, ...others].map((topic, _i, all) => ({ topic, score: best.score / all.length }));
    return { kind: 'unsure', topics: offered, score: best.score, ...area };
  }
  const wish = wishOf(best.topic);
  if (wish !== undefined && best.score >= thresholds.sure) return { kind: 'wish', wish, score: best.score, ...area };
  const careful = byId.get(best.topic)?.careful === true;
  const offered = topics
    .filter(({ topic, score }) => wishOf(topic) === undefined && score >= best.score * LEAST_OFFERED)
    .slice(0, MOST_OFFERED);
  if (offered.length === 0) return { kind: 'unknown', score: best.score, ...area };
  const unsure: Match = { kind: 'unsure', topics: offered, score: best.score, ...area };
  const sure = wish === undefined && best.score >= (careful ? thresholds.sureCareful : thresholds.sure);
  return sure ? { kind: 'sure', topics: [best], score: best.score, ...area } : unsure;
}

/** "And for the hair?": the same topic for the other area, or a topic of that area, of the same category if there is one. */
function otherArea(
  context: MatchContext,
  judged: Judgement,
  byId: ReadonlyMap<string, MatchableTopic>,
  judge: Judge,
): Match {
  const last = byId.get(context.topic);
  const { area } = judged;
  if (last === undefined || area === undefined) return { kind: 'unknown', score: 0 };
  if (last.area === undefined || last.area === area) {
    return { kind: 'sure', topics: [{ topic: last.id, score: 1 }], score: 1, area };
  }
  const ofArea = [...judged.topics, ...judge(last.question).topics].filter(
    ({ topic }) => byId.get(topic)?.area === area,
  );
  const counterpart = ofArea.find(({ topic }) => byId.get(topic)?.category === last.category) ?? ofArea[0];
  if (counterpart === undefined) return { kind: 'unknown', score: 0, area };
  return { kind: 'sure', topics: [counterpart], score: counterpart.score, area };
}

/**
 * In a follow-up, how much likelier a topic of the same category is, and one that either topic names as related. Right
 * follow-ups of 280 development ones: 252 with 1 and 1, 259 with 2 and 1, 262 with 1 and 3, 265 with 2 and 3, 258 with 5 and 5.
 */
const SAME_CATEGORY = 2;
const RELATED = 3;

function nearness(topic: MatchableTopic | undefined, last: MatchableTopic | undefined): number {
  if (topic === undefined || last === undefined) return 1;
  const isRelated = topic.related?.includes(last.id) === true || last.related?.includes(topic.id) === true;
  return (topic.category === last.category ? SAME_CATEGORY : 1) * (isRelated ? RELATED : 1);
}

/** Where everything is prepared, the examples are not read again. */
const NO_CONTENT: ReturnType<typeof trainingContent> = {
  examples: [],
  words: { concepts: [], arabizi: {}, protected: [] },
};

/** What training depends on, and nothing else of the content. */
export function trainingContent(content: MatcherContent): {
  readonly examples: Example[];
  readonly words: LexiconContent;
} {
  const { concepts, arabizi } = content.vocabulary;
  const words = { concepts: [concepts, content.dialects.concepts], arabizi, protected: content.vocabulary.protected };
  return { examples: examplesOf(content), words };
}

function examplesOf({ topics, outOfScope, openQuestions, wishes }: MatcherContent): Example[] {
  const inScope = topics.flatMap(({ id, question, button, phrasings }) =>
    [...new Set([question, button, ...phrasings])].map((text) => ({ label: id, text })),
  );
  const stray = Object.entries(outOfScope.groups).flatMap(([group, { examples }]) =>
    examples.map((text) => ({ label: OUT_OF_SCOPE + group, text })),
  );
  const open = openQuestions.openQuestions.flatMap(({ offer, phrasings }) =>
    phrasings.map((text) => ({ label: OPEN + offer.join(OPEN), text })),
  );
  const wished = Object.entries(wishes ?? {}).flatMap(([wish, phrasings]) =>
    phrasings.map((text) => ({ label: WISH + wish, text })),
  );
  return [...inScope, ...open, ...wished, ...stray];
}
