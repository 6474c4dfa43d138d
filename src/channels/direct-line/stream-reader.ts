import type { WebSocket } from 'ws';
import type { ActivityBody, ConversationLog, KeptEntry } from './conversation-log';
import { isVisible } from './visible';

/** Sends a conversation to one client, from a watermark on, each entry once and in order. */
export interface StreamReader {
  /** There may be something new. */
  readonly wake: () => void;
  /** Shows an activity that is not kept, unless the client is behind. */
  show(activity: ActivityBody): void;
}

interface Dependencies {
  readonly log: Pick<ConversationLog, 'readAfter'>;
  readonly socket: WebSocket;
  readonly conversationId: string;
  /** Entries after this one are sent. */
  readonly watermark: number;
  readonly onFailure: (error: unknown) => void;
}

/** Entries read at once. A slow reader holds no more than these in memory. */
const PAGE = 20;
/** Bytes waiting for a client above which it is behind, and need not know who is typing. */
const BEHIND = 64 * 1024;

export function createStreamReader({ log, socket, conversationId, watermark, onFailure }: Dependencies): StreamReader {
  let seen = watermark;
  let reading = false;
  let again = false;

  const isOpen = (): boolean => socket.readyState === socket.OPEN;

  const readAll = async (): Promise<void> => {
    while (isOpen()) {
      again = false;
      const entries = await log.readAfter(conversationId, seen, PAGE);
      const last = entries.at(-1);
      if (last !== undefined) {
        seen = last.sequence;
        await Promise.all(entries.filter(({ activity }) => isVisible(activity)).map((entry) => send(socket, entry)));
      } else if (!wokenAgain()) return;
    }
  };
  const wokenAgain = (): boolean => again;

  const wake = (): void => {
    again = true;
    if (reading) return;
    reading = true;
    readAll()
      .catch((error: unknown) => {
        // The client comes back with its watermark: nothing is lost by cutting it off.
        if (isOpen()) onFailure(error);
        socket.terminate();
      })
      .finally(() => {
        reading = false;
        if (again && isOpen()) wake();
      });
  };

  return {
    wake,
    show(activity) {
      if (isOpen() && socket.bufferedAmount < BEHIND) {
        socket.send(JSON.stringify({ activities: [activity], watermark: String(seen) }));
      }
    },
  };
}

/**
 * Resolves once the frame has left this process: a reader that does not read is not sent more. One activity a frame:
 * of several in one frame directlinejs hands out the later ones after the first of the next frame.
 */
function send(socket: WebSocket, { sequence, activity }: KeptEntry): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.send(JSON.stringify({ activities: [activity], watermark: String(sequence) }), (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
