import { probability } from '../learning/logistic';
import type { AreaReader } from './area';
import type { Calibration } from './calibration';
import { readConfidence, readFurther, type WeighedMessage } from './confidence';
import { findCuts } from './cut-points';
import type { IntentClassifier, Ranking } from './intent-classifier';
import { isAsked, OPEN } from './labels';
import type { Area, MatchContext, Scored, Story } from './match';
import { type Asking, readAsking } from './read-asking';
import { readStretches, type Stretch } from './read-stretches';
import { weighLabels, type Weighed } from './weigh-labels';

/** A message weighed: its topics best first, and how far they can be trusted. */
export interface Judgement {
  /** All topics and wishes, best first; the first one's score is the probability that it is right. */
  readonly topics: readonly Scored[];
  /** What else may be asked, each with the probability that it is. */
  readonly further: readonly Scored[];
  /** The topics to offer when the question itself leaves open which is meant. */
  readonly open?: readonly string[];
  /** Probability that the message is one for this knowledge base. */
  readonly scope: number;
  readonly area?: Area;
  readonly words: readonly string[];
  /** Share of belief in the best topic. */
  readonly share: number;
  /** How many clauses ask; 1 where the message was not cut. */
  readonly clauses: number;
  /** Whether it is short and follows another message. */
  readonly isFollowUp: boolean;
}

export interface JudgeDependencies {
  readonly classifier: IntentClassifier;
  readonly calibration: Calibration;
  readonly areas: AreaReader;
  /** The body area of topics that have one. */
  readonly areaOf: (topic: string) => Area | undefined;
  /** How much likelier a topic is than usual in a follow-up to another: 1 where it is not. */
  readonly nearness: (topic: string, last: string) => number;
  /** Whether a normalized word asks something ("how much", "when"). */
  readonly isAsker: (word: string) => boolean;
}

/** How much less likely a topic about the other body area is, once the conversation has named one. */
const OTHER_AREA = 0.05;
/** Follow-ups are short; longer messages stand on their own. */
const LONGEST_FOLLOW_UP = 6;
/** A short message whose best label holds this much of the belief is one question: its stretches are not read. */
const PLAINLY_ONE = 0.99;
const LONGEST_PLAIN = 12;
/** Labels that may be asked beside the best one are expected at least this often. */
const LEAST_FURTHER = 0.05;

interface Heard {
  readonly stretches: ReadonlyMap<string, Stretch>;
  readonly asking?: Asking;
}
const HEARD_NOTHING: Heard = { stretches: new Map() };

export interface Judge {
  /** Weighs a message: all labels, best first. */
  weigh(story: Story, context?: MatchContext): WeighedMessage & { readonly ranking: Ranking };
  /** … and says how far they can be trusted. */
  judge(story: Story, context?: MatchContext): Judgement;
  /** The labels that may be asked beside the best one, with whether their stretch holds a word that asks. */
  candidates(message: WeighedMessage, ranking: Ranking): { readonly label: Weighed; readonly asks: boolean }[];
}

/** Creates the judge: the classifier's beliefs, the conversation, and the calibrated confidence. */
export function createJudge(dependencies: JudgeDependencies): Judge {
  const { classifier, calibration, areas, areaOf, nearness, isAsker } = dependencies;

  const labels = classifier.read.labels;
  const numberOf = new Map(labels.map((label, at) => [label, at]));
  const hear = (story: Story, { ranked, reading, scorer }: Ranking): Heard => {
    const [first] = ranked;
    const isPlain = first === undefined || (first.belief >= PLAINLY_ONE && isAsked(first.label));
    if (isPlain && reading.words.length <= LONGEST_PLAIN) return HEARD_NOTHING;
    const cuts = findCuts(story.text, reading, story.begins, isAsker);
    const stretches = readStretches(scorer, cuts, labels.length);
    return {
      stretches: new Map(stretches.map((stretch) => [labels[stretch.label] ?? '', stretch])),
      asking: readAsking(story, reading, scorer, labels.length),
    };
  };

  const weigh: Judge['weigh'] = (story, context) => {
    const ranking = classifier.rank(story.text);
    const { words } = ranking.reading;
    const named = areas.read(words);
    const area = named ?? context?.area;
    const isFollowUp = context !== undefined && words.length <= LONGEST_FOLLOW_UP;
    const isAreaRecalled = named === undefined && area !== undefined;
    const factorOf = (label: string): number =>
      (isAreaRecalled && (areaOf(label) ?? area) !== area ? OTHER_AREA : 1) *
      (isFollowUp ? nearness(label, context.topic) : 1);
    const { stretches, asking } = hear(story, ranking);
    const inClause = (label: string): number | undefined => asking?.beliefs[numberOf.get(label) ?? -1];
    const nearest = isFollowUp ? undefined : ranking.nearest();
    const nearOf = nearest && ((label: string): number => nearest[numberOf.get(label) ?? -1] ?? 0);
    const weighed = weighLabels(ranking.ranked, stretches, inClause, words.length, factorOf, nearOf);
    return {
      weighed,
      energy: ranking.energy,
      knownShare: ranking.knownShare,
      words: words.length,
      clauses: asking?.clauses ?? 1,
      shareAsking: asking?.shareOf ?? (() => 1),
      ...(isFollowUp && { about: context.topic }),
      ranking,
    };
  };

  const candidates: Judge['candidates'] = ({ weighed }, { reading }) =>
    weighed
      .filter(({ label }) => isAsked(label) && !label.startsWith(OPEN))
      .slice(1)
      .filter(({ expected }) => expected >= LEAST_FURTHER)
      .map((label) => ({ label, asks: reading.words.slice(label.start, label.end).some(isAsker) }));

  return {
    weigh,
    candidates,
    judge(story, context) {
      const message = weigh(story, context);
      const { weighed, ranking } = message;
      const { words } = ranking.reading;
      const signals = readConfidence(message);
      const isFollowUp = message.about !== undefined;
      const area = areas.read(words) ?? context?.area;
      const open = readOpen(weighed, area, areaOf);
      const asked = weighed.filter(({ label }) => isAsked(label) && !label.startsWith(OPEN));
      const textOf = ({ start, end }: Weighed): string => words.slice(start, end).join(' ');
      const further = candidates(message, ranking).map(({ label, asks }) => ({
        topic: label.label,
        score: probability(calibration.further, readFurther(message, label, asks)),
        text: textOf(label),
      }));
      const { topic, scope } = isFollowUp
        ? {
            topic: probability(calibration.followUpTopic, signals),
            scope: probability(calibration.followUpScope, signals),
          }
        : { topic: probability(calibration.topic, signals), scope: probability(calibration.scope, signals) };
      const topics = scoreTopics(asked, topic).map((scored, at) =>
        at === 0 && asked[0] !== undefined ? { ...scored, text: textOf(asked[0]) } : scored,
      );
      const isInQuestion = asked[0] !== undefined && message.shareAsking(asked[0].start, asked[0].end) > 0;
      return {
        ...putLikeliestFirst(topics, further, isInQuestion),
        scope,
        isFollowUp,
        words,
        share: asked[0]?.share ?? 0,
        clauses: message.clauses,
        ...(area !== undefined && { area }),
        ...(open !== undefined && { open }),
      };
    },
  };
}

/**
 * The label that the whole message is likest to comes first, but where another is likelier asked: a long story may be like
 * one thing and its question be another. What was first is asked besides only where a clause that asks has a part in it.
 */
function putLikeliestFirst(
  topics: readonly Scored[],
  further: readonly Scored[],
  isInQuestion: boolean,
): Pick<Judgement, 'topics' | 'further'> {
  const [first, ...rest] = topics;
  const likeliest = further.reduce<Scored | undefined>(
    (most, each) => (most === undefined || each.score > most.score ? each : most),
    undefined,
  );
  if (first === undefined || likeliest === undefined || likeliest.score <= first.score) return { topics, further };
  const others = further.filter((each) => each !== likeliest);
  return {
    topics: [likeliest, first, ...rest.filter(({ topic }) => topic !== likeliest.topic)],
    further: isInQuestion ? [...others, first] : others,
  };
}

/** What an open question offers; once the area is known, only what is not about the other. */
function readOpen(
  weighed: readonly Weighed[],
  area: Area | undefined,
  areaOf: JudgeDependencies['areaOf'],
): string[] | undefined {
  const best = weighed.find(({ label }) => isAsked(label))?.label;
  if (best?.startsWith(OPEN) !== true) return undefined;
  return best
    .split(OPEN)
    .slice(1)
    .filter((topic) => area === undefined || (areaOf(topic) ?? area) === area);
}

/** The best topic gets the calibrated probability, the others their share of the rest. */
function scoreTopics(asked: readonly Weighed[], best: number): Scored[] {
  const others = asked.slice(1).reduce((sum, { share }) => sum + share, 0) || 1;
  return asked.map(({ label, share }, at) => ({
    topic: label,
    score: at === 0 ? best : Math.min(best, ((1 - best) * share) / others),
  }));
}
