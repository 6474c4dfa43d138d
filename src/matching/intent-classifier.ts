import { WAW } from '../text/letters';
import { normalize } from '../text/normalize';
import { isLatin, tokenize } from '../text/tokenize';
import { createFeatureSpace, extractFeatures, meaningFeatures, toVector, type RawFeatures } from './features';
import type { Lexicon } from './lexicon';
import type { TrainedPart } from '../learning/kept-model';
import { scoreInto, trainLinearModel } from '../learning/linear-model';
import { createNeighbourReader, learnNeighbours, type Neighbours } from './neighbours';
import { createReader, readStems, type Reader, type Reading } from './reading';
import type { MatcherSettings } from './settings';
import { createMessageScorer, type MessageScorer } from './message-scorer';
import { createSpeller } from './speller';
import { readSpeller, type SpellerTables } from './speller-tables';
import { createTextIndex, numberTexts, type TextNumbers } from '../learning/text-index';

/** A phrasing and what it means: a topic, an intent, or a kind of talk that is out of scope. */
export interface Example {
  readonly label: string;
  readonly text: string;
  /** No phrasing of a topic: written as people write, slips included. */
  readonly isRaw?: true;
}

/** What training made: the classifier, and the examples by their features. */
export interface TrainedClassifier extends TrainedPart {
  readonly neighbours: Neighbours;
}

/** How a question scores: every label with its share of belief (sums to 1), best first, and how the question was read. */
export interface Ranking {
  readonly ranked: readonly { readonly label: string; readonly belief: number }[];
  /** The share of the examples nearest to the question that are of each label, by its number; read when it is asked for. */
  readonly nearest: () => Float64Array;
  readonly reading: Reading;
  /** Logarithm of the sum of all labels' raw scores (exponentiated): low for what is like nothing that was learnt. */
  readonly energy: number;
  /** Share of the question's features that some example has, 0 to 1. */
  readonly knownShare: number;
  /** Scores its stretches. */
  readonly scorer: MessageScorer;
}

/** What reading all examples finds: plain data, made once. */
export interface ReadExamples {
  readonly labels: readonly string[];
  /** Words of the examples and the lexicon with their counts. */
  readonly known: ReadonlyMap<string, number>;
  /** Those of the examples that are not raw. */
  readonly listed: ReadonlySet<string>;
  /** Stems of an example → its label, by number. */
  readonly sameWords: TextNumbers;
  /** Stems of the known words. */
  readonly stems: TextNumbers;
  readonly speller: SpellerTables;
}

export interface IntentClassifier {
  rank(question: string): Ranking;
  /** The label a question is likest to, were its very words not among the examples. */
  lean(question: string): string;
  /** How a question is read. */
  readingOf(question: string): Reading;
  /** The label of the first example in these words, endings aside. */
  labelOf(text: string): string | undefined;
  readonly read: ReadExamples;
  readonly trained: TrainedClassifier;
}

export interface ClassifierDependencies {
  readonly lexicon: Lexicon;
  readonly settings: MatcherSettings;
  /** False leaves Fuse.js out, for the ablation of the bench. */
  readonly spelling?: boolean;
  /** A trained part kept from the same examples, lexicon and settings. */
  readonly kept?: TrainedClassifier;
  /** What was read of the same examples before. */
  readonly read?: ReadExamples;
  /** Called at every step of the training with the share of it that is done, 0 to 1; what it throws ends it. */
  readonly beat?: ((share: number) => void) | undefined;
}

/**
 * The engine: a linear softmax over stems, concepts, pairs of meanings and character n-grams. Knows nothing of clinics;
 * `npm run bench:intents` builds it from any labelled file.
 */
export function createIntentClassifier(
  examples: readonly Example[],
  dependencies: ClassifierDependencies,
): IntentClassifier {
  const { lexicon, settings } = dependencies;
  const { read = readExamples(examples, lexicon) } = dependencies;
  const { labels, known, stems, speller } = read;
  const labelOf = createTextIndex(read.sameWords);
  const reader = createReader(
    lexicon,
    { known, stems },
    dependencies.spelling === false ? undefined : createSpeller(known, speller),
  );
  const { space, model, neighbours } = dependencies.kept ?? train(examples, read, reader, dependencies);
  const beliefs = new Float64Array(labels.length);
  const scorerOf = createMessageScorer({ space, model }, settings.features);
  const readNear = createNeighbourReader(neighbours, space, labels.length);

  return {
    trained: { space, model, neighbours },
    read,
    lean(question) {
      scoreInto(
        beliefs,
        model,
        toVector(extractFeatures(reader.read(question), settings.features), space, settings.features),
      );
      const best = beliefs.reduce((most, belief, at) => (belief > (beliefs[most] ?? 0) ? at : most), 0);
      return labels[best] ?? '';
    },
    readingOf: (question) => reader.read(question),
    labelOf(text) {
      const same = labelOf(stemsOf(text, lexicon));
      return same === undefined ? undefined : labels[same];
    },
    rank(question) {
      const reading = reader.read(question);
      const scorer = scorerOf(reading);
      const { energy, knownShare } = scorer.scoreWhole(beliefs);
      const same =
        labelOf(reading.stems.join(' ')) ??
        labelOf(stemsWithoutAnd(reading, lexicon)) ??
        (reading.isAsTyped ? undefined : labelOf(stemsOf(question, lexicon)));
      if (same !== undefined) believeIn(same, beliefs);
      const ranked = rankLabels(labels, beliefs);
      return { ranked, nearest: () => readNear(scorer.meaning), reading, energy, knownShare, scorer };
    },
  };
}

/** Reading the examples takes about this share of a training. */
const READING = 0.4;

/** Not within what lives on: that would keep all examples. */
function train(
  examples: readonly Example[],
  { labels }: ReadExamples,
  reader: Reader,
  { settings, beat }: ClassifierDependencies,
): TrainedClassifier {
  const indexes = new Map(labels.map((label, index) => [label, index]));
  const readings = examples.map((example, i) => {
    beat?.((READING * i) / examples.length);
    return reader.read(example.text);
  });
  const raw = readings.map((reading) => extractFeatures(reading, settings.features));
  const seen = createFeatureSpace(raw, settings.features);
  const weights = weighLabels(labels, examples);
  const vectors = examples.map((example, i) => ({
    features: toVector(raw[i] ?? NOTHING, seen, settings.features),
    label: indexes.get(example.label) ?? 0,
    weight: weights[indexes.get(example.label) ?? 0] ?? 1,
  }));
  return {
    space: seen,
    model: trainLinearModel(vectors, seen.ids.size, labels.length, settings.training, (share) =>
      beat?.(READING + (1 - READING) * share),
    ),
    neighbours: learnNeighbours(
      readings.map((reading) => meaningFeatures(reading, settings.features)),
      vectors.map(({ label }) => label),
      seen,
    ),
  };
}

/** The examples of a label that has fewer than most count more, up to this: what has few is asked as often. */
const MOST_WEIGHT = 3;

function weighLabels(labels: readonly string[], examples: readonly Example[]): number[] {
  const counts = new Map<string, number>();
  for (const { label } of examples) counts.set(label, (counts.get(label) ?? 0) + 1);
  const sorted = [...counts.values()].sort((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 1;
  return labels.map((label) => Math.min(MOST_WEIGHT, Math.max(1, middle / (counts.get(label) ?? 1))));
}

/** Less belief than this is none: those labels follow in no order, since sorting all takes a tenth of the time of a question. */
const LEAST_BELIEF = 1e-6;

function rankLabels(labels: readonly string[], beliefs: Float64Array): Ranking['ranked'] {
  const first: Ranking['ranked'][number][] = [];
  const rest: typeof first = [];
  labels.forEach((label, i) => {
    const belief = beliefs[i] ?? 0;
    (belief >= LEAST_BELIEF ? first : rest).push({ label, belief });
  });
  return first.sort((a, b) => b.belief - a.belief).concat(rest);
}

const NOTHING: RawFeatures = { hashes: [], weights: [] };
const SAME_WORDS = 0.995;

/** A question in the very words of an example, endings aside, means what the example means. */
function believeIn(label: number, beliefs: Float64Array): void {
  const others = 1 - (beliefs[label] ?? 0) || 1;
  for (let k = 0; k < beliefs.length; k += 1) beliefs[k] = ((beliefs[k] ?? 0) * (1 - SAME_WORDS)) / others;
  beliefs[label] = SAME_WORDS;
}

/** The stems when the "and" is gone that joins the first word to what was said before; as they are where there is none. */
function stemsWithoutAnd({ words, stems }: Reading, { stem }: Lexicon): string {
  const [first = '', ...rest] = words;
  return (first.startsWith(WAW) ? [first.slice(1), ...rest].map(stem) : stems).join(' ');
}

function stemsOf(text: string, { stem }: Lexicon): string {
  return tokenize(normalize(text)).map(stem).join(' ');
}

function readExamples(examples: readonly Example[], lexicon: Lexicon): ReadExamples {
  const labels = [...new Set(examples.map((example) => example.label))];
  const indexes = new Map(labels.map((label, index) => [label, index]));
  const sameWords = new Map<string, number>();
  // The words of the phrasings with their counts, and the words of the lexicon, which count as rare.
  const known = new Map<string, number>();
  const listed = new Set<string>();
  for (const { label, text, isRaw } of examples) {
    const words = tokenize(normalize(text));
    const key = words.map(lexicon.stem).join(' ');
    if (!sameWords.has(key)) sameWords.set(key, indexes.get(label) ?? 0);
    for (const word of words) {
      if (isRaw !== true) listed.add(word);
      if (!isLatin(word)) known.set(word, (known.get(word) ?? 0) + 1);
    }
  }
  for (const word of lexicon.words) if (!isLatin(word) && !known.has(word)) known.set(word, 0);
  return {
    labels,
    known,
    listed,
    sameWords: numberTexts(sameWords),
    stems: readStems(known, lexicon),
    speller: readSpeller(known),
  };
}
