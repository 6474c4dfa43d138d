import { ActivityTypes } from 'botbuilder';
import type { Activity, Middleware } from 'botbuilder';

import type { TurnGate } from './turn-gate';

interface Dependencies {
  readonly gate: TurnGate;
  /** Called instead of the turn for an activity that was handled before. */
  readonly onRepeated?: () => void;
}

const EDITS: ReadonlySet<string> = new Set([ActivityTypes.MessageUpdate, ActivityTypes.MessageDelete]);

/**
 * Middleware that sends every turn through the gate. First in the adapter, so that everything after it runs once for
 * each activity, in order, and saves with the turn.
 */
export const createTurnOrder = ({ gate, onRepeated }: Dependencies): Middleware => ({
  onTurn: async (context, next) => {
    const { channelId, conversation } = context.activity;
    const before = new Map(context.turnState);
    const outcome = await gate.run(`${channelId}/${conversation.id}`, deliveryOf(context.activity), async () => {
      // On a second run the state that was loaded in the first one is stale.
      context.turnState.clear();
      for (const [key, value] of before) context.turnState.set(key, value);
      await next();
    });
    if (outcome === 'repeated') onRepeated?.();
  },
});

/** What tells a second delivery from something new. An edited message keeps its id (Teams): each edit has its own time. */
const deliveryOf = ({ type, id, timestamp }: Activity): string | undefined =>
  EDITS.has(type) ? `${type} ${id ?? ''} ${String(timestamp?.getTime())}` : id;
