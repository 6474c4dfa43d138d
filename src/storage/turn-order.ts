import { setTimeout as pause } from 'node:timers/promises';

import { ActivityTypes } from 'botbuilder';
import type { Activity, Middleware } from 'botbuilder';

import { hasSpoken } from '../bot/outbox';
import { StorageUnavailableError } from './storage-unavailable-error';
import type { TurnGate, TurnOutcome } from './turn-gate';

interface Dependencies {
  readonly gate: Pick<TurnGate, 'run'>;
  /** Called instead of the turn for an activity that was handled before. */
  readonly onRepeated?: () => void;
}

const MOST_RUNS = 3;
const PAUSE_MS = 100;
const PATIENCE_MS = 1_000;

const EDITS: ReadonlySet<string> = new Set([ActivityTypes.MessageUpdate, ActivityTypes.MessageDelete]);
const SEARCH: string = ActivityTypes.Invoke;
const MESSAGE: string = ActivityTypes.Message;

/**
 * Middleware that sends every turn through the gate. First in the adapter, so that everything after it runs once for
 * each activity, in order, and saves with the turn.
 */
export const createTurnOrder = ({ gate, onRepeated }: Dependencies): Middleware => ({
  onTurn: async (context, next) => {
    const { channelId, conversation } = context.activity;
    const before = new Map(context.turnState);
    const run = (): Promise<TurnOutcome> =>
      gate.run(`${channelId}/${conversation.id}`, deliveryOf(context.activity), async () => {
        // On a second run the state that was loaded in the first one is stale.
        context.turnState.clear();
        for (const [key, value] of before) context.turnState.set(key, value);
        await next();
      });
    const outcome = await runThroughCuts(run, () => hasSpoken(context));
    if (outcome === 'repeated') onRepeated?.();
  },
});

/**
 * Runs a turn again that failed in storage before anything was said: connections that were cut are replaced at once. One
 * that failed slowly is left to whoever has more patience.
 */
const runThroughCuts = async (run: () => Promise<TurnOutcome>, hasSpoken: () => boolean): Promise<TurnOutcome> => {
  const end = performance.now() + PATIENCE_MS;
  for (let tries = 1; ; tries += 1) {
    try {
      return await run();
    } catch (error) {
      const isWorth = error instanceof StorageUnavailableError && !hasSpoken() && performance.now() < end;
      if (tries === MOST_RUNS || !isWorth) throw error;
      await pause(PAUSE_MS * tries);
    }
  }
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
