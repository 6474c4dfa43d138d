import type { AnswerWithoutStorage } from '../../bot/turn/turn-without-storage';
import type { ReplyKind } from '../../bot/reply/reply';
import { outcomeOf, type Tally } from '../../bot/turn/tally';
import type { Metrics, TurnOutcome } from '../../server/metrics';

const OUTCOMES: Readonly<Record<ReplyKind, TurnOutcome>> = {
  answer: 'answered',
  suggest: 'offered',
  unknown: 'unanswered',
  urgent: 'urgent',
  social: 'social',
  eligibility: 'check',
  handoff: 'person',
  command: 'command',
};

/** A tally that counts for whoever watches over the program, too. */
export const countOutcomes = (tally: Tally, metrics: Pick<Metrics, 'outcome'>): Tally => ({
  ...tally,
  answered: (replies, milestones) => {
    const outcome = outcomeOf(replies);
    if (outcome !== undefined) metrics.outcome(OUTCOMES[outcome]);
    tally.answered(replies, milestones);
  },
});

/** Counts what is said while the database cannot serve: the number of the clinic, or the apology. */
export const countBareAnswers =
  (answer: AnswerWithoutStorage, metrics: Pick<Metrics, 'outcome'>): AnswerWithoutStorage =>
  (activity) => {
    const said = answer(activity);
    metrics.outcome(said.pressing ? 'urgent' : 'apology');
    return said;
  };
