import type { Heard } from './create-listener';
import type { FoundSign } from './find-signs';
import { createLikeness, LIKENESS } from './likeness';
import { loudestIn, weigh, WEIGHTS } from './scale';
import { readTraits } from './traits';

/**
 * Log-odds from which a message counts where no rule found a sign. On messages kept from learning, half a point more
 * silences 3 of 100 signs and 1 of 100 calm messages.
 */
const SOUNDS_URGENT = -0.5;
/**
 * The same around a sign that the rules found: the reader has learnt how far each rule is to be trusted, and where in
 * doubt the rule is right. A point less hears 1 of 100 signs more and raises 1 of 100 calm messages more.
 */
const SIGN_SOUNDS_URGENT = -3;

/** What a message comes to: a sign of the rules, or the place where it sounds urgent and the group it is most like. */
export interface Judge {
  /** The id of the sign; undefined where the message is calm. */
  readonly judge: (heard: Heard) => string | undefined;
}

/**
 * Creates the judge from what was learnt.
 *
 * @param learnt the weights, then the likeness of each group
 * @param groups the groups of examples, in the order of their likeness
 */
export function createJudge(learnt: Float32Array, groups: readonly string[]): Judge {
  const weights = learnt.subarray(0, WEIGHTS);
  const likeness = createLikeness(learnt.subarray(WEIGHTS, WEIGHTS + groups.length * LIKENESS));

  return {
    judge: (heard) => {
      const traits = readTraits(heard);
      const sounds = weigh(weights, traits);
      const soundsAround = ({ at }: FoundSign): number => {
        const { writtenIn } = heard.words;
        const last = writtenIn[Math.min(at.end, writtenIn.length) - 1] ?? 0;
        return sounds.around[loudestIn(sounds, writtenIn[at.start] ?? 0, last + 1)] ?? -Infinity;
      };
      const found = heard.signs.find((sign) => sign.standing === 'present' && soundsAround(sign) >= SIGN_SOUNDS_URGENT);
      if (found !== undefined) return found.sign.id;
      const loudest = loudestIn(sounds);
      return (sounds.around[loudest] ?? -Infinity) >= SOUNDS_URGENT ? groups[likeness(traits, loudest)] : undefined;
    },
  };
}
