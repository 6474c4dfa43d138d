import type { WebSocket } from 'ws';
import type { ActivityBody, ConversationLog, KeptEntry } from '../../bot/ports/conversation-log';
import { isStorageTrouble } from './storage-trouble';
import { isVisible } from './visible';

/** Sends a conversation to one client, from a watermark on, each entry once and in order. */
export interface StreamReader {
  /** There may be something new, perhaps this. */
  readonly wake: (news?: KeptEntry) => void;
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

/** Milliseconds after which what could not be read is read again. */
const AGAIN_MS = 1_000;
/** Entries read at once. */
const PAGE = 20;
/** Characters of a frame of history; a talk of a hundred messages has 60,000. A slow reader holds no more in memory. */
const LONGEST_FRAME = 200_000;
/** Bytes waiting for a client above which it is behind, and need not know who is typing. */
const BEHIND = 64 * 1024;

/** Creates it. It reads nothing before it is woken. */
export function createStreamReader({ log, socket, conversationId, watermark, onFailure }: Dependencies): StreamReader {
  let seen = watermark;
  let hasHistory = false;
  let reading = false;
  let again = false;

  const isOpen = (): boolean => socket.readyState === socket.OPEN;
  const wokenAgain = (): boolean => again;

  /** What was said before the client came: in one frame, so that a page can tell it from what comes. */
  const sendHistory = async (): Promise<void> => {
    const history: string[] = [];
    let length = 0;
    const flush = (): Promise<void> => send(socket, history.splice(0), seen);
    for (let isLast = false; !isLast && isOpen();) {
      const entries = await log.readAfter(conversationId, seen, PAGE);
      isLast = entries.length < PAGE;
      seen = entries.at(-1)?.sequence ?? seen;
      for (const text of shown(entries)) {
        history.push(text);
        length += text.length;
      }
      if (length < LONGEST_FRAME) continue;
      await flush();
      length = 0;
    }
    await flush();
    hasHistory = true;
  };
  /**
   * What comes: one activity a frame. Of several in one frame directlinejs hands out the later ones only after the first
   * of the next frame.
   */
  const sendNews = async (): Promise<void> => {
    while (isOpen()) {
      again = false;
      const entries = await log.readAfter(conversationId, seen, PAGE);
      seen = entries.at(-1)?.sequence ?? seen;
      const frames = entries.map((entry) => send(socket, shown([entry]), entry.sequence));
      await Promise.all(frames);
      if (entries.length < PAGE && !wokenAgain()) return;
    }
  };

  /** What comes next is sent as it is, without a look; true where it was. */
  const push = (news: KeptEntry | undefined): boolean => {
    const isNext = hasHistory && !reading && news?.sequence === seen + 1;
    if (news === undefined || !isNext || !isOpen() || socket.bufferedAmount >= BEHIND) return false;
    seen = news.sequence;
    send(socket, shown([news]), seen).catch(() => socket.terminate());
    return true;
  };

  const wake = (news?: KeptEntry): void => {
    if (push(news)) return;
    again = true;
    if (reading) return;
    reading = true;
    (hasHistory ? sendNews() : sendHistory().then(sendNews))
      .catch((error: unknown) => {
        if (isOpen()) onFailure(error);
        // While the database cannot serve, the stream is the one way to a person in need; nothing new is lost by waiting.
        if (isStorageTrouble(error)) setTimeout(() => wake(), AGAIN_MS).unref();
        // The client comes back with its watermark: nothing is lost by cutting it off.
        else socket.terminate();
        again = false;
      })
      .finally(() => {
        reading = false;
        if (again && isOpen()) wake();
      });
  };

  return {
    wake,
    show(activity) {
      if (!isOpen() || socket.bufferedAmount >= BEHIND) return;
      socket.send(JSON.stringify({ activities: [activity], watermark: String(seen) }));
    },
  };
}

const shown = (entries: readonly KeptEntry[]): readonly string[] =>
  entries.filter(({ activity }) => isVisible(activity)).map(({ activity }) => JSON.stringify(activity));

/** Resolves once the frame has left this process: a reader that does not read is not sent more. */
function send(socket: WebSocket, activities: readonly string[], watermark: number): Promise<void> {
  if (activities.length === 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    socket.send(`{"activities":[${activities.join(',')}],"watermark":"${watermark}"}`, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
