import type { Middleware } from 'botbuilder';
import type { Metrics } from './metrics';

/** Middleware that measures each turn of every channel, the wait for earlier turns included. First in the adapter. */
export const createTurnMeter = (metrics: Metrics): Middleware => ({
  onTurn: async (context, next) => {
    const { channelId } = context.activity;
    const began = performance.now();
    try {
      await next();
    } finally {
      metrics.turn(channelId, (performance.now() - began) / 1000);
    }
  },
});
