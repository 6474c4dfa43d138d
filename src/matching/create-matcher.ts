import { BEH, FEH, WAW } from '../text/letters';
import { normalize } from '../text/normalize';
import { createAreaReader } from './area';
import type { Calibration } from './calibration';
import calibrationFile from './calibration.json';
import { decide } from './decide';
import { createIntentClassifier, type Ranking, type TrainedClassifier } from './intent-classifier';
import { createJudge, type Judge, type Judgement } from './judge';
import { createLexicon, readLexicon } from './lexicon';
import type { Match, MatchContext, Matcher, Story } from './match';
import type { MatcherContent } from './matcher-content';
import { nearness } from './nearness';
import { otherArea } from './other-area';
import { type MatcherWords, plainTrained, type PreparedMatcher, trainedOf } from './prepared-matcher';
import type { Reading } from './reading';
import { readTalk } from './read-talk';
import { MATCHER_SETTINGS } from './settings';
import { COSTS, thresholdsFor } from './thresholds';
import { trainingContent } from './training-content';

export interface MatcherOptions {
  readonly calibration?: Calibration;
  /** A trained part kept from the same content. */
  readonly kept?: TrainedClassifier;
  /** … and the words that were kept with it. */
  readonly words?: MatcherWords;
  /** Everything made of the same content before: then nothing takes long. */
  readonly prepared?: PreparedMatcher;
  /** False leaves Fuse.js out, for the ablation of the bench. */
  readonly spelling?: boolean;
  /** Called at every step of the training with the share of it that is done, 0 to 1; what it throws ends it. */
  readonly beat?: ((share: number) => void) | undefined;
}

export interface TrainedMatcher extends Matcher {
  /** What training made, to be kept. */
  readonly trained: TrainedClassifier;
  /** The steps of a decision, for calibrating and explaining it. */
  rank(question: string): Ranking;
  /** How a question is read, without a decision. */
  readingOf(question: string): Reading;
  /** The label a question is likest to, were its very words not among the phrasings. */
  lean(question: string): string;
  /** Everything that took time to make, for another thread. */
  prepared(): PreparedMatcher;
  judge: Judge;
}

/** "And", "so" or "with" written in one with a word that asks. */
const JOINED = new RegExp(`^[${WAW}${FEH}${BEH}]..`, 'u');
/** A bare area word ("and the dark circles?") that is this surely a topic of its own is not a change of area. */
const OWN_TOPIC = 0.5;

/** Where everything is prepared, the examples are not read again. */
const NO_CONTENT: ReturnType<typeof trainingContent> = {
  examples: [],
  words: { concepts: [], arabizi: {}, protected: [] },
};

/** Makes the matcher of a knowledge base. Training takes some sixteen seconds of processor; see `kept`. */
export function createMatcher(content: MatcherContent, options: MatcherOptions = {}): TrainedMatcher {
  const { prepared, words: known = prepared } = options;
  const { examples, words } = known === undefined ? trainingContent(content) : NO_CONTENT;
  const tables = known?.lexicon ?? readLexicon(words);
  const lexicon = createLexicon(words, tables);
  const before = { ...(prepared && { kept: trainedOf(prepared) }), ...(known && { read: known.read }) };
  const classifier = createIntentClassifier(examples, { lexicon, settings: MATCHER_SETTINGS, ...options, ...before });
  const byId = new Map(content.topics.map((topic) => [topic.id, topic]));
  const areas = createAreaReader(content.vocabulary.areas, lexicon.stem);
  const askers = new Set<string>(content.vocabulary.askers.map((word) => normalize(word)));
  const calibration: Calibration = options.calibration ?? calibrationFile;
  const isAsker = (word: string): boolean => askers.has(word) || (JOINED.test(word) && askers.has(word.slice(1)));
  const judge = createJudge({
    classifier,
    calibration,
    areas,
    areaOf: (topic) => byId.get(topic)?.area,
    nearness: (topic, last) => nearness(byId.get(topic), byId.get(last)),
    isAsker,
  });
  const thresholds = thresholdsFor(COSTS);

  return {
    trained: classifier.trained,
    rank: (question) => classifier.rank(question),
    readingOf: (question) => classifier.readingOf(question),
    lean: (question) => classifier.lean(question),
    prepared: () => ({ ...plainTrained(classifier.trained), lexicon: tables, read: classifier.read }),
    judge,
    match: (question, context) => matchStory({ text: question, begins: [], asking: [] }, context),
    matchStory,
    readTalk: (text) => readTalk(classifier.rank(text).ranked),
    phrasedAs,
    knows: (word) => lexicon.own.has(word) || classifier.read.listed.has(word),
    words: () => new Set([...classifier.read.listed, ...lexicon.words]),
  };

  function phrasedAs(text: string): string | undefined {
    const topic = byId.get(classifier.labelOf(text) ?? '');
    const written = normalize(text);
    return topic?.phrasings.some((phrasing) => normalize(phrasing) === written) === true ? topic.id : undefined;
  }

  function matchStory(story: Story, context?: MatchContext): Match {
    const judged = judge.judge(story, context);
    if (context !== undefined && changesArea(judged)) return otherArea(context, judged, byId, judge);
    return decide(judged, byId, thresholds);
  }

  function changesArea({ words, share }: Judgement): boolean {
    return share < OWN_TOPIC && areas.saysOnlyArea(words) && !words.some(hasMeaning);
  }

  /** A word that means something beside the body areas: "does it help the hair?" is no change of area. */
  function hasMeaning(word: string): boolean {
    return areas.read([word]) === undefined && lexicon.conceptAt([word], 0) !== undefined;
  }
}
