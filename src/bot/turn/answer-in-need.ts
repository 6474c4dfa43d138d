import type { Middleware, TurnContext } from 'botbuilder';
import { hasSpoken, noteSpoken } from '../memory/outbox';
import type { AnswerWithoutStorage, BareKind } from './turn-without-storage';

/** Who hears at once what needs no memory. */
export interface AnswerInNeedDependencies {
  readonly answer: AnswerWithoutStorage;
  /** Told what was said in place of the turn. */
  readonly onBareAnswer?: (kind: BareKind) => void;
  /** Told of an answer that could not be sent. */
  readonly onFailure: (error: unknown) => void;
  /**
   * Milliseconds an urgent sign, or the wish for a person, waits for a turn that hangs. Default 2,500: a healthy turn
   * takes 30, one under heavy load 1,000. Lower: what the turn says later is heard twice more often.
   */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 2_500;

/**
 * Middleware, outside the one that orders turns: a database that neither serves nor fails (a network that swallows
 * everything) makes nobody in need wait. What the turn says when it goes on is said all the same.
 */
export function createAnswerInNeed({
  answer,
  onBareAnswer,
  onFailure,
  patienceMs = PATIENCE_MS,
}: AnswerInNeedDependencies): Middleware {
  const say = async (context: TurnContext): Promise<void> => {
    if (hasSpoken(context)) return;
    const { kind, pressing, activities } = answer(context.activity);
    if (!pressing) return;
    noteSpoken(context);
    onBareAnswer?.(kind);
    await context.sendActivities([...activities]);
  };
  return {
    async onTurn(context, next) {
      let saying: Promise<void> = Promise.resolve();
      const timer = setTimeout(() => {
        saying = say(context).catch(onFailure);
      }, patienceMs);
      try {
        await next();
      } finally {
        clearTimeout(timer);
        await saying;
      }
    },
  };
}
