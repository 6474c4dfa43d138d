import { randomUUID } from 'node:crypto';
import { createEligibilityDialogs } from '../../../dialogs/create-eligibility-dialogs';
import type { EligibilityDialogs } from '../../../dialogs/create-eligibility-dialogs';
import type { MessageReader } from '../../reading/reading';
import { takenBack, toldAnswers } from '../understand/told-answers';
import type { Knowledge } from '../../knowledge/knowledge';
import type { ChannelOf } from './channel';
import type { Memory } from '../memory/memory';
import { say } from '../memory/outbox';

/** What the eligibility check is made of. */
export interface CheckDependencies {
  readonly knowledge: Pick<Knowledge, 'eligibility' | 'messages' | 'vocabulary' | 'facts'>;
  readonly readMessage: MessageReader;
  readonly memory: Memory;
  readonly channelOf: ChannelOf;
  readonly now: () => number;
}

/** The check over the memory of a person in a conversation; its steps are said along with the turn's other replies. */
export function createEligibilityCheck({
  knowledge,
  readMessage,
  memory,
  channelOf,
  now,
}: CheckDependencies): EligibilityDialogs {
  return createEligibilityDialogs({
    rules: knowledge.eligibility,
    messages: knowledge.messages.eligibility,
    vocabulary: knowledge.vocabulary,
    accessor: memory.property('eligibility'),
    say: (context, { text, choices }) =>
      say(context, { kind: 'eligibility', text, choices: [...choices], topics: [], score: 1 }),
    textOf: ({ activity }) => channelOf(activity.channelId).readMessage(activity).text,
    toldIn(text) {
      const { facts } = readMessage(text, now());
      return [...toldAnswers(facts, knowledge.facts), ...takenBack(facts, knowledge.facts)];
    },
    now,
    newRun: randomUUID,
  });
}
