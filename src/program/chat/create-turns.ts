import type { Middleware } from 'botbuilder';
import type { Logger } from 'pino';
import { createAnswerInNeed } from '../../bot/turn/answer-in-need';
import type { BareKind } from '../../bot/turn/turn-without-storage';
import type { Metrics } from '../../server/metrics';
import { createTurnMeter } from '../../server/turn-meter';
import { createTurnOrder } from '../../storage/turns/turn-order';
import type { Stores } from '../stores/open-stores';
import type { LiveAssistant } from './follow-live';

/** Milliseconds a turn of a channel that keeps no message is run again while the database fails: channels wait 15 s. */
const TURN_PATIENCE = 8_000;

interface Dependencies {
  readonly stores: Pick<Stores, 'gate'>;
  readonly assistant: Pick<LiveAssistant, 'answerWithoutStorage'>;
  readonly metrics: Metrics;
  readonly onBareAnswer: (kind: BareKind) => void;
  readonly log: Logger;
}

/** What is run around every turn, in this order: of channels, which keep no message, and of the site's own chat. */
export interface Turns {
  readonly ofChannels: readonly Middleware[];
  readonly ofChat: readonly Middleware[];
}

/** Creates both. */
export function createTurns({ stores, assistant, metrics, onBareAnswer, log }: Dependencies): Turns {
  const meter = createTurnMeter(metrics);
  const answer = assistant.answerWithoutStorage;
  return {
    ofChannels: [
      meter,
      createAnswerInNeed({
        answer,
        onBareAnswer,
        onFailure: (error) => log.error({ err: error }, 'an answer in need could not be sent'),
      }),
      createTurnOrder({
        gate: stores.gate,
        patienceMs: TURN_PATIENCE,
        isPressing: (activity) => answer(activity).pressing,
      }),
    ],
    ofChat: [meter, createTurnOrder({ gate: stores.gate.held })],
  };
}
