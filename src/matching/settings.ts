import type { TrainingSettings } from '../learning/linear-model';

/**
 * The engine's settings. Figures: top-1 in %, on (a) ArBanking77's validation part with ten phrasings an intent, mean
 * of two seeds, and (b) the development questions of this project; `npm run eval` and `npm run bench:intents` repeat them.
 */
export interface MatcherSettings {
  readonly features: FeatureSettings;
  readonly training: TrainingSettings;
}

/** How much each kind of evidence weighs before the features of a question are scaled to one length. */
export interface FeatureSettings {
  /** Stems of the words as typed (after Arabizi and spelling). */
  readonly stems: number;
  /** Meanings of words and phrases, from vocabulary.yaml and dialects.yaml. */
  readonly concepts: number;
  /** Neighbouring meanings or stems, in order. Without them "before" and "after" a session look alike. */
  readonly pairs: number;
  /** Character n-grams inside words: carry dialect morphology and typing errors. */
  readonly grams: number;
  /** Lengths of the character n-grams, word boundaries counted. 2–4 costs 0.5 points on (a). */
  readonly shortestGram: number;
  readonly longestGram: number;
  /** Exponent of the inverse document frequency. (a): 59.3 at 0, 61.7 at 1, 62.5 at 1.5, 62.4 at 2. */
  readonly rarity: number;
  /** Length to which a question's features are scaled. (a): 63.7 at 1, 64.2 at 2, 60.2 at 4 (and a larger step). */
  readonly length: number;
}

export const MATCHER_SETTINGS: MatcherSettings = {
  features: { stems: 1, concepts: 1, pairs: 0.7, grams: 0.6, shortestGram: 2, longestGram: 5, rarity: 1.5, length: 2 },
  training: {
    // (a): 64.2 with 12 rounds; 64.5 with 8 rounds and gradients under 0.02 left out, in 60 % of the time.
    rounds: 8,
    // (a): 62.5 at 0.3, 64.2 at 0.1, 64.0 at 0.05.
    learningRate: 0.1,
    smallestGradient: 0.02,
  },
};

/** Past this many examples half the rounds are enough, and more rounds only fit the noise. */
const MANY_EXAMPLES = 10_000;

/** The settings for a set of examples of some size. */
export function settingsFor(examples: number): MatcherSettings {
  if (examples < MANY_EXAMPLES) return MATCHER_SETTINGS;
  return {
    ...MATCHER_SETTINGS,
    training: { ...MATCHER_SETTINGS.training, rounds: MATCHER_SETTINGS.training.rounds / 2 },
  };
}
