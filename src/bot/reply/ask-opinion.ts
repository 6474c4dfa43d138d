import type { TurnContext } from 'botbuilder';
import { changeReplies, repliesOf } from '../memory/outbox';
import type { Tally } from '../turn/tally';

/** Asks whether the answer of this turn helped, where somebody counts it. An urgent reply, or one beside it, asks nothing. */
export function askOpinion(context: TurnContext, tally: Pick<Tally, 'revisionOf'> | undefined): void {
  const replies = repliesOf(context);
  if (tally === undefined || replies.some(({ kind }) => kind === 'urgent')) return;
  const last = replies.findLast(({ kind, topics }) => kind === 'answer' && topics.length > 0);
  if (last === undefined) return;
  const rates = last.topics.map((topic) => ({ topic, revision: tally.revisionOf(topic) }));
  changeReplies(context, (reply) => (reply === last ? { ...reply, rates } : reply));
}
