import type { Heard } from './create-listener';
import type { FoundSign } from './find-signs';
import { createLikeness } from './likeness';
import { createNearestExamples, type Examples } from './nearest-examples';
import { limit, loudestIn, weigh } from './scale';
import { readTraits } from './traits';

/**
 * Log-odds from which a message counts where no rule found a sign. On messages kept from learning, a third of a point more
 * silences half of 100 signs and half of 100 calm messages that look like them.
 */
const SOUNDS_URGENT = -1.2;
/** The same where too few messages are taught for the nearest to say anything. */
const SOUNDS_URGENT_ALONE = 0.2;
/** One word is too little to go by where no rule knows it, unless it has so many letters that it is several written together. */
const FEWEST_LETTERS = 8;
/**
 * The same around a sign that the rules found: in doubt they are right. On messages kept from learning, at -5, 2 of 1,000
 * signs more are heard (20 of them amid sixty calm words) and 1 of 100 calm ones that look like them more is raised.
 */
const SIGN_SOUNDS_URGENT = -3;
/**
 * What both fall by for a message of e times {@link SHORT} words: whatever else a long story tells, it sounds calm. At 0,
 * amid sixty calm words 1 of 100 signs less is heard; at 0.8, 1 more, and half of 100 ordinary messages more are raised.
 */
const FALLS_BY = 0.4;
const SHORT = 10;
/**
 * What the first rises by for a message of a 1/e of so many words: in a few words any strong one sounds urgent. At 0, 1 of
 * 200 calm messages that look like signs more is raised; no sign more is heard.
 */
const RISES_BY = 1;
/**
 * What the nearest taught messages count beside the weights, and the most they say either way. On messages kept from
 * learning, with 97 of 100 signs heard, 8 of 100 calm ones that look like them were raised without, 5 with.
 */
const NEAREST_COUNT = 1.5;
const NEAREST_SAY_AT_MOST = 2;

/** What a message comes to: a sign of the rules, or the place where it sounds urgent and the group it is most like. */
export interface Judge {
  /** The id of the sign; undefined where the message is calm. */
  readonly judge: (heard: Heard) => string | undefined;
}

/** What the judge goes by. */
interface Learnt {
  readonly weights: Float32Array;
  readonly likeness: Float32Array;
  readonly examples: Examples;
  /** For each combination of the rules 1 where it decides alone. */
  readonly trust: Float32Array;
  /** The groups of examples, in the order of their likeness. */
  readonly groups: readonly string[];
}

/** Creates the judge from what was learnt. */
export function createJudge({ weights, likeness, examples, trust, groups }: Learnt): Judge {
  const groupAt = createLikeness(likeness);
  const nearest = createNearestExamples(examples);
  const soundsUrgent = nearest === undefined ? SOUNDS_URGENT_ALONE : SOUNDS_URGENT;

  return {
    judge: (heard) => {
      const traits = readTraits(heard);
      const sounds = weigh(weights, traits);
      const isLoud = (at: number, least: number): boolean => {
        const around = sounds.around[at] ?? -Infinity;
        // They are many to look through: only where they can change what the weights say.
        const most = NEAREST_COUNT * NEAREST_SAY_AT_MOST;
        if (nearest === undefined || Math.abs(around - least) > most) return around >= least;
        return around + NEAREST_COUNT * limit(nearest(traits, at), NEAREST_SAY_AT_MOST) >= least;
      };
      const loudestOf = ({ at }: FoundSign): number => {
        const { writtenIn } = heard.words;
        const last = writtenIn[Math.min(at.end, writtenIn.length) - 1] ?? 0;
        return loudestIn(sounds, writtenIn[at.start] ?? 0, last + 1);
      };
      const longer = Math.log(Math.max(1, traits.length) / SHORT);
      const lower = FALLS_BY * Math.max(0, longer);
      const raise = RISES_BY * Math.max(0, -longer);
      const found = heard.signs.find(
        (sign) =>
          sign.standing === 'present' &&
          (trust[sign.combination] === 1 || isLoud(loudestOf(sign), SIGN_SOUNDS_URGENT - lower)),
      );
      if (found !== undefined) return found.sign.id;
      const [only = '', ...others] = heard.words.tokens;
      if (others.length === 0 && only.length < FEWEST_LETTERS) return undefined;
      const loudest = loudestIn(sounds);
      return isLoud(loudest, soundsUrgent - lower + raise) ? groups[groupAt(traits, loudest)] : undefined;
    },
  };
}
