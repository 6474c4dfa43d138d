import type { Tally } from '../../bot/turn/tally';

/**
 * A tally that counts what a turn came to once it is kept: one that fails comes to nothing, and one that is run again counts
 * once, however often it found an answer.
 *
 * @param afterTurn does its work when the turn it is called in is written, and never where it is not
 */
export const countWhenKept = (tally: Tally, afterTurn: (work: () => void) => void): Tally => ({
  began: () => afterTurn(() => tally.began()),
  answered: (replies, milestones) => afterTurn(() => tally.answered(replies, milestones)),
  revisionOf: (topic) => tally.revisionOf(topic),
  rated: (opinion, part) => afterTurn(() => tally.rated(opinion, part)),
});
