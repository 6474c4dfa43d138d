import { useEffect, useState } from 'preact/hooks';
import type { ChatState } from '../client/chat';
import type { Strings } from '../strings';

/** A break shorter than this is nobody's business. */
const SHORT_MS = 1_200;
/** After so long it is not a passing break. */
const LONG_MS = 15_000;

/** What to say about the connection; undefined while there is nothing to say. */
export function useBanner(
  { status, sentence, isComplete }: Pick<ChatState, 'status' | 'sentence' | 'isComplete'>,
  strings: Strings,
): string | undefined {
  const [waited, setWaited] = useState(0);
  const isAway = status === 'waiting' || status === 'connecting';
  useEffect(() => {
    setWaited(0);
    if (!isAway) return;
    const timers = [SHORT_MS, LONG_MS].map((time) => setTimeout(() => setWaited(time), time));
    return () => timers.forEach(clearTimeout);
  }, [isAway]);
  if (!isAway) return undefined;
  if (!navigator.onLine) return strings.offline;
  if (waited < SHORT_MS) return undefined;
  if (sentence !== undefined) return sentence;
  if (waited >= LONG_MS) return strings.unreachable;
  return isComplete ? strings.reconnecting : strings.connecting;
}
