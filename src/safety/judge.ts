import type { Heard } from './create-listener';
import type { FoundSign } from './find-signs';
import { createLikeness } from './likeness';
import { loudestIn, weigh } from './scale';
import { readTraits } from './traits';

/**
 * Log-odds from which a message counts where no rule found a sign. On messages kept from learning, half a point more
 * silences 1 of 100 signs and 1 of 100 calm messages that look like them.
 */
const SOUNDS_URGENT = 0.2;
/** One word is too little to go by where no rule knows it, unless it has so many letters that it is several written together. */
const FEWEST_LETTERS = 8;
/**
 * The same around a sign that the rules found: in doubt they are right. On messages kept from learning, at -3.4 half of
 * 100 signs in a story more are heard and 1 of 100 calm ones that look like them more is raised.
 */
const SIGN_SOUNDS_URGENT = -3;
/**
 * What both fall by for a message of e times {@link SHORT} words: whatever else a long story tells, it sounds calm. At 0,
 * amid sixty calm words 1 of 100 signs less is heard; at 0.8, 2 more, and 1.5 of 100 ordinary messages more are raised.
 */
const FALLS_BY = 0.4;
const SHORT = 10;

/** What a message comes to: a sign of the rules, or the place where it sounds urgent and the group it is most like. */
export interface Judge {
  /** The id of the sign; undefined where the message is calm. */
  readonly judge: (heard: Heard) => string | undefined;
}

/** What the judge goes by. */
interface Learnt {
  readonly weights: Float32Array;
  readonly likeness: Float32Array;
  /** For each combination of the rules 1 where it decides alone. */
  readonly trust: Float32Array;
  /** The groups of examples, in the order of their likeness. */
  readonly groups: readonly string[];
}

/** Creates the judge from what was learnt. */
export function createJudge({ weights, likeness, trust, groups }: Learnt): Judge {
  const groupAt = createLikeness(likeness);

  return {
    judge: (heard) => {
      const traits = readTraits(heard);
      const sounds = weigh(weights, traits);
      const soundsAround = ({ at }: FoundSign): number => {
        const { writtenIn } = heard.words;
        const last = writtenIn[Math.min(at.end, writtenIn.length) - 1] ?? 0;
        return sounds.around[loudestIn(sounds, writtenIn[at.start] ?? 0, last + 1)] ?? -Infinity;
      };
      const lower = FALLS_BY * Math.max(0, Math.log(traits.length / SHORT));
      const found = heard.signs.find(
        (sign) =>
          sign.standing === 'present' &&
          (trust[sign.combination] === 1 || soundsAround(sign) >= SIGN_SOUNDS_URGENT - lower),
      );
      if (found !== undefined) return found.sign.id;
      const [only = '', ...others] = heard.words.tokens;
      if (others.length === 0 && only.length < FEWEST_LETTERS) return undefined;
      const loudest = loudestIn(sounds);
      return (sounds.around[loudest] ?? -Infinity) >= SOUNDS_URGENT - lower
        ? groups[groupAt(traits, loudest)]
        : undefined;
    },
  };
}
