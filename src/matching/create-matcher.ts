import { normalize } from '../text/normalize';
import { createAreaReader } from './area';
import calibrationFile from './calibration.json';
import { OUT_OF_SCOPE, type Calibration } from './confidence';
import { COSTS, thresholdsFor, type Thresholds } from './decide';
import { createIntentClassifier, type Example, type IntentClassifier, type TrainedPart } from './intent-classifier';
import { createJudge, type Judge, type Judgement } from './judge';
import { createLexicon, type LexiconContent } from './lexicon';
import type { Area, Match, MatchContext, Matcher } from './match';
import { MATCHER_SETTINGS } from './settings';
import { splitQuestion } from './split-question';

/** A topic as far as matching goes. */
export interface MatchableTopic {
  readonly id: string;
  readonly question: string;
  readonly button: string;
  readonly phrasings: readonly string[];
  readonly area?: Area;
  readonly category: string;
  /** A wrong answer here costs more: warnings and medicines. */
  readonly careful?: boolean;
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
  readonly outOfScope: { readonly groups: Readonly<Record<string, { readonly examples: readonly string[] }>> };
}

export interface MatcherOptions {
  readonly calibration?: Calibration;
  /** A trained part kept from the same content. */
  readonly kept?: TrainedPart;
  /** False leaves Fuse.js out, for the ablation of the bench. */
  readonly spelling?: boolean;
}

export type TrainedMatcher = Matcher & { readonly trained: TrainedPart };

/** The most topics offered as "did you mean". */
const MOST_OFFERED = 3;
/** An offered topic has at least this share of the best one's belief. */
const LEAST_OFFERED = 0.002;
/** A question with no area whose two best topics differ only by area is offered both, unless one is this much likelier. */
const AREA_LEAD = 6;
/** Both halves of a message must be this sure to count as two questions, the less sure one a little less. */
const HALF_SURE = 0.6;
const BOTH_SURE = 0.5;

/** Makes the matcher of a knowledge base. Training takes about a second; see `kept`. */
export function createMatcher(content: MatcherContent, options: MatcherOptions = {}): TrainedMatcher {
  const lexicon = createLexicon({
    concepts: [content.vocabulary.concepts, content.dialects.concepts],
    arabizi: content.vocabulary.arabizi,
    protected: content.vocabulary.protected,
  });
  const classifier = createIntentClassifier(examplesOf(content), { lexicon, settings: MATCHER_SETTINGS, ...options });
  const byId = new Map(content.topics.map((topic) => [topic.id, topic]));
  const areas = createAreaReader(content.vocabulary.areas, lexicon.stem);
  const askers = new Set<string>(content.vocabulary.askers.map((word) => normalize(word)));
  const judge = createJudge({
    classifier,
    calibration: options.calibration ?? calibrationFile,
    areas,
    areaOf: (topic) => byId.get(topic)?.area,
  });
  const thresholds = thresholdsFor(COSTS);

  return {
    trained: classifier.trained,
    match(question, context) {
      const judged = judge(question, context);
      if (context !== undefined && areas.saysOnlyArea(judged.words)) return otherArea(context, judged, byId, judge);
      return twoQuestions(question, judged, judge, context) ?? decide(judged, byId, thresholds);
    },
  };

  function twoQuestions(
    question: string,
    whole: Judgement,
    judgePart: Judge,
    context?: MatchContext,
  ): Match | undefined {
    let best: { readonly match: Match; readonly score: number } | undefined;
    for (const { first, second } of splitQuestion(question, (word) => askers.has(word))) {
      const a = judgePart(first, context);
      const before = a.topics[0];
      if (before === undefined || before.score < HALF_SURE) continue;
      const area = a.area ?? whole.area;
      const b = judgePart(second, { topic: before.topic, ...(area !== undefined && { area }) });
      const after = b.topics[0];
      if (after === undefined || after.topic === before.topic || after.score < HALF_SURE) continue;
      const score = before.score * after.score;
      if (score < BOTH_SURE || score <= (best?.score ?? 0)) continue;
      best = { score, match: { kind: 'sure', topics: [before, after], score, ...(area !== undefined && { area }) } };
    }
    return best?.match;
  }
}

function decide(judged: Judgement, byId: ReadonlyMap<string, MatchableTopic>, thresholds: Thresholds): Match {
  const { topics, scope } = judged;
  const area = judged.area === undefined ? {} : { area: judged.area };
  const [best, second] = topics;
  if (best === undefined || scope < thresholds.offer) return { kind: 'unknown', score: best?.score ?? 0, ...area };
  const careful = byId.get(best.topic)?.careful === true;
  const offered = topics.slice(0, MOST_OFFERED).filter(({ score }) => score >= best.score * LEAST_OFFERED);
  const unsure: Match = { kind: 'unsure', topics: offered, score: best.score, ...area };
  if (judged.area === undefined && second !== undefined && differByArea(byId, best.topic, second.topic)) {
    if (best.score < second.score * AREA_LEAD) return { ...unsure, topics: [best, second] };
  }
  const sure = best.score >= (careful ? thresholds.sureCareful : thresholds.sure);
  return sure ? { kind: 'sure', topics: [best], score: best.score, ...area } : unsure;
}

/** "And for the hair?": the same topic for the other area, or the topic of that area nearest to the last one's question. */
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
  const counterpart = [...judged.topics, ...judge(last.question).topics].find(
    ({ topic }) => byId.get(topic)?.area === area,
  );
  if (counterpart === undefined) return { kind: 'unknown', score: 0, area };
  return { kind: 'sure', topics: [counterpart], score: counterpart.score, area };
}

function differByArea(byId: ReadonlyMap<string, MatchableTopic>, a: string, b: string): boolean {
  const [one, other] = [byId.get(a), byId.get(b)];
  if (one?.area === undefined || other?.area === undefined) return false;
  return one.area !== other.area && one.category === other.category;
}

function examplesOf({ topics, outOfScope }: MatcherContent): Example[] {
  const inScope = topics.flatMap(({ id, question, button, phrasings }) =>
    [...new Set([question, button, ...phrasings])].map((text) => ({ label: id, text })),
  );
  const stray = Object.entries(outOfScope.groups).flatMap(([group, { examples }]) =>
    examples.map((text) => ({ label: OUT_OF_SCOPE + group, text })),
  );
  return [...inScope, ...stray];
}
