import { useEffect, useRef, useState } from 'preact/hooks';
import type { Entry } from './entries';

/** What came while nobody looked. */
export interface Unread {
  readonly count: number;
  /** Key of the first of them; stays a while after somebody looks, as a mark. */
  readonly first: string | undefined;
}

/** Counts the assistant's messages that come while the chat is not shown. */
export function useUnread(entries: readonly Entry[], isComplete: boolean, isShown: boolean): Unread {
  const known = useRef<ReadonlySet<string>>(new Set());
  const [unread, setUnread] = useState<Unread>({ count: 0, first: undefined });
  useEffect(() => {
    const arrived = entries.filter(({ key }) => !known.current.has(key));
    const isBeginning = known.current.size === 0;
    known.current = new Set(entries.map(({ key }) => key));
    if (!isComplete) return;
    const answers = arrived.filter(({ from }) => from === 'bot');
    if (!isShown && answers.length > 0) {
      setUnread(({ count, first }) => ({
        count: count + answers.length,
        // Above the very first message there is nothing it would be newer than.
        first: count === 0 ? answers.find((_, at) => !isBeginning || at > 0)?.key : first,
      }));
    } else if (arrived.some(({ from }) => from === 'user')) setUnread({ count: 0, first: undefined });
  }, [entries, isComplete]);
  useEffect(() => {
    if (isShown) setUnread(({ first }) => ({ count: 0, first }));
  }, [isShown]);
  return unread;
}
