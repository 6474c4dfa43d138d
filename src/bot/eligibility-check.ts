import { randomUUID } from 'node:crypto';
import { createEligibilityDialogs } from '../../dialogs/create-eligibility-dialogs';
import type { EligibilityDialogs } from '../../dialogs/create-eligibility-dialogs';
import type { Knowledge } from '../knowledge/knowledge';
import type { ChannelOf } from './channel';
import type { Memory } from './memory';
import { say } from './outbox';

/** What the eligibility check is made of. */
export interface CheckDependencies {
  readonly knowledge: Pick<Knowledge, 'eligibility' | 'messages' | 'vocabulary'>;
  readonly memory: Memory;
  readonly channelOf: ChannelOf;
  readonly now: () => number;
}

/** The check over the memory of a person in a conversation; its steps are said along with the turn's other replies. */
export function createEligibilityCheck({ knowledge, memory, channelOf, now }: CheckDependencies): EligibilityDialogs {
  return createEligibilityDialogs({
    rules: knowledge.eligibility,
    messages: knowledge.messages.eligibility,
    vocabulary: knowledge.vocabulary,
    accessor: memory.property('eligibility'),
    say: (context, { text, choices }) =>
      say(context, { kind: 'eligibility', text, choices: [...choices], topics: [], score: 1 }),
    textOf: ({ activity }) => channelOf(activity.channelId).readMessage(activity).text,
    now,
    newRun: randomUUID,
  });
}
