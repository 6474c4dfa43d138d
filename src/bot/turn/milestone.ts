import type { TurnContext } from 'botbuilder';

/** What a turn came to beside its replies: a question that was offered was chosen; a check began, or came to its outcome. */
export type Milestone = 'taken' | 'check-begun' | 'check-ended';

const MILESTONES = Symbol('milestones of this turn');

/** Notes it for who counts; a turn comes to each once. */
export function noteMilestone(context: TurnContext, milestone: Milestone): void {
  context.turnState.set(MILESTONES, [...new Set([...milestonesOf(context), milestone])]);
}

/** What was noted in the turn so far. */
export function milestonesOf(context: TurnContext): readonly Milestone[] {
  return context.turnState.get<readonly Milestone[] | undefined>(MILESTONES) ?? [];
}
