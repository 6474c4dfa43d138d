import { setTimeout as pause } from 'node:timers/promises';
import { asks, isUrgent } from '../../../bot/ports/letter';
import type { Letter } from '../../../bot/ports/letter';
import type { Posted } from './post-activity';

/** What became of a letter. `ids`: the channel's ids of what it asks. `kept`: the program ends first, it goes on later. */
export type Delivered =
  | { readonly kind: 'arrived'; readonly ids: readonly string[] }
  | { readonly kind: 'lost'; readonly tries: number; readonly failure: Extract<Posted, { kind: 'failed' }> }
  | { readonly kind: 'kept' };

/** How long a letter is tried, in milliseconds. */
export interface Patience {
  /**
   * Channels wait about 15 s for the end of a turn. Default 10,000. Up: a channel gives the turn up and sends it again.
   * Down: a short overload loses answers.
   */
  readonly usual: number;
  /** For what tells somebody to act now. Default 600,000: who saw nothing for ten minutes has called somebody. */
  readonly urgent: number;
  /** Before the second try; each next one is twice as long, up to `longestPause`. Default 250 and 15,000. */
  readonly firstPause: number;
  readonly longestPause: number;
}

const PATIENCE: Patience = { usual: 10_000, urgent: 600_000, firstPause: 250, longestPause: 15_000 };

interface Dependencies {
  readonly post: (activity: Letter['activities'][number]) => Promise<Posted>;
  readonly patience?: Patience;
  /** Ends the trying when the program ends. */
  readonly signal: AbortSignal;
}

/** Sends a letter, each activity after the one before it, with growing pauses until it is taken or patience ends. Never throws. */
export type Deliver = (letter: Letter) => Promise<Delivered>;

/** Creates it. */
export function createDeliver({ post, patience = PATIENCE, signal }: Dependencies): Deliver {
  return async (letter) => {
    const end = performance.now() + (isUrgent(letter) ? patience.urgent : patience.usual);
    const ids: string[] = [];
    for (const activity of letter.activities) {
      const result = await postUntil(end, activity);
      if (result.kind !== 'arrived') return result;
      if (asks(activity)) ids.push(...result.ids);
    }
    return { kind: 'arrived', ids };
  };

  async function postUntil(end: number, activity: Letter['activities'][number]): Promise<Delivered> {
    for (let tries = 1; ; tries += 1) {
      const posted = await post(activity);
      if (posted.kind === 'taken') return { kind: 'arrived', ids: [posted.id] };
      const wait = Math.max(posted.wait ?? 0, pauseAfter(tries, patience));
      if (!posted.isPassing || performance.now() + wait > end) return { kind: 'lost', tries, failure: posted };
      try {
        await pause(wait, undefined, { signal, ref: false });
      } catch {
        return { kind: 'kept' };
      }
    }
  }
}

/** Up to a quarter more by chance, so that everybody who was refused at once does not come back at once. */
function pauseAfter(tries: number, { firstPause, longestPause }: Patience): number {
  return Math.min(firstPause * 2 ** (tries - 1), longestPause) * (1 + Math.random() / 4);
}
