import type { ChatState } from '../client/chat';
import type { Waiting } from '../client/outbox';
import type { Said } from '../client/transcript';

/** One message as it is drawn. */
export interface Entry {
  /** The same while a message is on its way and when it has come back from the server. */
  readonly key: string;
  readonly from: 'bot' | 'user';
  readonly text: string;
  readonly at: number;
  /** Set while it is on its way. */
  readonly waiting: Waiting | undefined;
  readonly links: Said['links'];
  readonly note: Said['note'];
  readonly speaker: Said['speaker'];
  readonly isUrgent: boolean;
  readonly rates: Said['rates'];
}

/** What was said, then what is on its way. */
export function listEntries({ said, waiting }: Pick<ChatState, 'said' | 'waiting'>): readonly Entry[] {
  const shown = said.map(({ id, clientId, from, text, at, links, note, speaker, isUrgent, rates }) => ({
    key: from === 'user' ? (clientId ?? id) : id,
    from,
    text,
    at,
    waiting: undefined,
    links,
    note,
    speaker,
    isUrgent,
    rates,
  }));
  const keys = new Set(shown.map(({ key }) => key));
  const coming = waiting
    .filter(({ clientId }) => !keys.has(clientId))
    .map((message) => ({
      key: message.clientId,
      from: 'user' as const,
      text: message.text,
      at: message.at,
      waiting: message,
      links: [],
      note: undefined,
      speaker: undefined,
      isUrgent: false,
      rates: undefined,
    }));
  return [...shown, ...coming];
}
