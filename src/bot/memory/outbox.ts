import { ActivityTypes } from 'botbuilder';
import type { TurnContext } from 'botbuilder';
import type { Presenter } from '../reply/presenter';
import type { Reply } from '../reply/reply';

const OUTBOX = Symbol('replies of this turn');
const SPOKEN = Symbol('something was said in this turn');

/**
 * Adds a reply to those of the turn. They are sent at its end, after the state was saved: who reads a question can be
 * sure that its answer is expected.
 */
export function say(context: TurnContext, reply: Reply): void {
  context.turnState.set(OUTBOX, [...repliesOf(context), reply]);
}

/** Puts others in the place of the replies of the turn so far; `at`: which of them it is, from 0. */
export function changeReplies(context: TurnContext, change: (reply: Reply, at: number) => Reply): void {
  context.turnState.set(OUTBOX, repliesOf(context).map(change));
}

/** The replies of the turn so far, in order. */
export function repliesOf(context: TurnContext): readonly Reply[] {
  return context.turnState.get<readonly Reply[] | undefined>(OUTBOX) ?? [];
}

/** Sends the replies of the turn in the channel's form, and forgets them. */
export async function sendReplies(context: TurnContext, presenter: Presenter): Promise<void> {
  const activities = repliesOf(context).flatMap((reply) => presenter.present(reply, context.activity));
  context.turnState.set(OUTBOX, []);
  if (activities.length === 0) return;
  noteSpoken(context);
  await context.sendActivities(activities);
}

/** Whether the person has been sent something in this turn, more than that somebody types. */
export function hasSpoken(context: TurnContext): boolean {
  return context.turnState.get(SPOKEN) === true;
}

/** The person has been sent something by another way than this turn's replies. */
export function noteSpoken(context: TurnContext): void {
  context.turnState.set(SPOKEN, true);
}

/** What was said is kept, and goes out only once the turn is stored: nobody has heard it yet. */
export function forgetSpoken(context: TurnContext): void {
  context.turnState.set(SPOKEN, false);
}

/** Shows that the assistant is typing when the work takes longer than `after` milliseconds. */
export async function showTyping<Result>(
  context: TurnContext,
  after: number | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  if (after === undefined) return work();
  let shown: Promise<unknown> = Promise.resolve();
  const timer = setTimeout(() => {
    // Whether the dots appear decides nothing: a channel that refuses them still gets its reply.
    shown = context.sendActivity({ type: ActivityTypes.Typing }).catch(() => undefined);
  }, after);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    await shown;
  }
}
