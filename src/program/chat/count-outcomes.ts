import type { BareKind } from '../../bot/turn/turn-without-storage';
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
    metrics.outcome(outcome === undefined ? 'silent' : OUTCOMES[outcome]);
    tally.answered(replies, milestones);
  },
});

/** Counts what is said in place of a turn: the number of the clinic, or the apology. */
export const countBareAnswers =
  (metrics: Pick<Metrics, 'outcome' | 'bareAnswer'>) =>
  (kind: BareKind): void => {
    metrics.outcome(kind);
    metrics.bareAnswer(kind);
  };
