import { readAddressGroup } from './address-group';
import type { LimitSettings } from './limit-settings';

/** Counts open streams. */
export interface SocketCounts {
  /** Takes a place for a stream; undefined when there is none left. The result gives the place back, once. */
  take(address: string, conversationId: string): (() => void) | undefined;
  readonly size: number;
}

type Bounds = Pick<LimitSettings, 'streams' | 'streamsPerAddress' | 'streamsPerConversation'>;

export function createSocketCounts(bounds: Bounds): SocketCounts {
  const addresses = new Map<string, number>();
  const conversations = new Map<string, number>();
  let total = 0;
  return {
    get size() {
      return total;
    },
    take(address, conversationId) {
      const group = readAddressGroup(address);
      const isFull =
        total >= bounds.streams ||
        (addresses.get(group) ?? 0) >= bounds.streamsPerAddress ||
        (conversations.get(conversationId) ?? 0) >= bounds.streamsPerConversation;
      if (isFull) return undefined;
      const give = (step: 1 | -1): void => {
        total += step;
        add(addresses, group, step);
        add(conversations, conversationId, step);
      };
      give(1);
      let isTaken = true;
      return () => {
        if (isTaken) give(-1);
        isTaken = false;
      };
    },
  };
}

function add(counts: Map<string, number>, key: string, step: number): void {
  const count = (counts.get(key) ?? 0) + step;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}
