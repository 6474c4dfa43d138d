import { randomUUID } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import { createEligibilityDialogs } from '../../../dialogs/create-eligibility-dialogs';
import type { DialogsResult, EligibilityDialogs } from '../../../dialogs/create-eligibility-dialogs';
import type { MessageReader } from '../../reading/reading';
import { takenBack, toldAnswers } from '../understand/told-answers';
import type { Knowledge } from '../../knowledge/knowledge';
import type { ChannelOf } from './channel';
import type { Memory } from '../memory/memory';
import { say } from '../memory/outbox';
import { noteMilestone } from './milestone';

/** What the eligibility check is made of. */
export interface CheckDependencies {
  readonly knowledge: Pick<Knowledge, 'eligibility' | 'messages' | 'vocabulary' | 'facts'>;
  readonly readMessage: MessageReader;
  readonly memory: Memory;
  readonly channelOf: ChannelOf;
  readonly now: () => number;
}

/**
 * The check over the memory of a person in a conversation; its steps are said along with the turn's other replies. That
 * it began or came to an outcome is noted for who counts.
 */
export function createEligibilityCheck(dependencies: CheckDependencies): EligibilityDialogs {
  const dialogs = createDialogs(dependencies);
  const noteEnd = (context: TurnContext, result: DialogsResult): DialogsResult => {
    const hasOutcome = result.kind === 'urgent' || (result.kind === 'said' && result.finished !== undefined);
    if (hasOutcome) noteMilestone(context, 'check-ended');
    return result;
  };
  return {
    ...dialogs,
    async begin(context, ...rest) {
      noteMilestone(context, 'check-begun');
      return noteEnd(context, await dialogs.begin(context, ...rest));
    },
    continue: async (context) => noteEnd(context, await dialogs.continue(context)),
  };
}

function createDialogs({ knowledge, readMessage, memory, channelOf, now }: CheckDependencies): EligibilityDialogs {
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
