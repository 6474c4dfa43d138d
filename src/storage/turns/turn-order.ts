import { ActivityTypes } from 'botbuilder';
import type { Activity, Middleware } from 'botbuilder';

import { hasSpoken } from '../../bot/memory/outbox';
import { StorageUnavailableError } from '../../bot/ports/storage-unavailable-error';
import { runAgain } from '../engine/run-again';
import { personalKey } from '../state/state-keys';
import type { TurnGate, TurnOutcome } from './turn-gate';
import { TurnLostError } from '../../bot/ports/turn-lost-error';

interface Dependencies {
  readonly gate: Pick<TurnGate, 'run'>;
  /** Called instead of the turn for an activity that was handled before. */
  readonly onRepeated?: () => void;
  /**
   * Milliseconds a turn that fails in storage is run again. Default 1,000: connections that were cut are replaced at once.
   * Channels that keep no message wait 15 s for its turn: what takes longer there than 8 s is answered with an apology.
   */
  readonly patienceMs?: number;
  /** Whether somebody must not wait for the database longer than those 1,000. Default: nobody. */
  readonly isPressing?: (activity: Activity) => boolean;
}

/** Milliseconds before a turn is run again; twice as long each time, up to the longest. */
const PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 800;
const PATIENCE_MS = 1_000;

const EDITS: ReadonlySet<string> = new Set([ActivityTypes.MessageUpdate, ActivityTypes.MessageDelete]);
const SEARCH: string = ActivityTypes.Invoke;
const MESSAGE: string = ActivityTypes.Message;

/**
 * Middleware that sends every turn through the gate. First in the adapter, so that everything after it runs once for
 * each activity, in order, and saves with the turn.
 */
export const createTurnOrder = ({
  gate,
  onRepeated,
  patienceMs = PATIENCE_MS,
  isPressing = () => false,
}: Dependencies): Middleware => ({
  onTurn: async (context, next) => {
    const { channelId, conversation, from } = context.activity;
    const before = new Map(context.turnState);
    const run = (): Promise<TurnOutcome> =>
      gate.run(
        `${channelId}/${conversation.id}`,
        deliveryOf(context.activity),
        async () => {
          // On a second run the state that was loaded in the first one is stale.
          context.turnState.clear();
          for (const [key, value] of before) context.turnState.set(key, value);
          await next();
        },
        // What is no message may come from nobody.
        (from as typeof from | undefined) && personalKey(channelId, conversation.id, from.id),
      );
    const patience = (): number => (isPressing(context.activity) ? PATIENCE_MS : patienceMs);
    const outcome = await runThroughCuts(run, () => hasSpoken(context), patience);
    if (outcome === 'repeated') onRepeated?.();
  },
});

/**
 * Runs a turn again that failed in storage, or whose place was taken from it, before anything was said. One that failed slowly is left to whoever has more
 * patience.
 */
const runThroughCuts = (
  run: () => Promise<TurnOutcome>,
  hasSpoken: () => boolean,
  patience: () => number,
): Promise<TurnOutcome> => {
  const begun = performance.now();
  const isTrouble = (error: unknown): boolean =>
    error instanceof StorageUnavailableError || error instanceof TurnLostError;
  return runAgain(run, {
    first: PAUSE_MS,
    longest: LONGEST_PAUSE_MS,
    isWorth: (error, wait) => isTrouble(error) && !hasSpoken() && performance.now() + wait <= begun + patience(),
    keepsAlive: true,
  });
};

/**
 * What tells a second delivery from something new. An edited message keeps its id (Teams): each edit has its own time and
 * words. What is asked for its answer (a search) is answered as often as it is asked. A reaction has its message's id.
 */
const deliveryOf = ({ type, id, timestamp, text }: Activity): string | undefined => {
  if (id === undefined || type === SEARCH) return undefined;
  if (EDITS.has(type)) return [type, id, String(timestamp?.getTime()), text].join(' ');
  return type === MESSAGE ? id : `${type} ${id}`;
};
