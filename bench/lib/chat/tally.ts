/** An activity as a client sees it on a stream; only what is counted here. */
export interface SeenActivity {
  readonly id?: string;
  readonly type?: string;
  readonly text?: string;
  readonly replyToId?: string;
  readonly from?: { readonly role?: string };
  readonly channelData?: { readonly clientActivityID?: string };
}

/** What became of the messages of a run. */
export interface Count {
  readonly asked: number;
  /** Messages no reply came to. */
  readonly lost: number;
  /** Activities shown twice, messages kept twice, and messages answered twice with the same words: a turn may say two things. */
  readonly doubled: number;
  /** Replies to nothing that was asked. */
  readonly stray: number;
  /** Milliseconds from the post to the reply, in order of the replies. */
  readonly times: readonly number[];
}

/** Matches each reply to its message, and counts. */
export interface Tally {
  /** A message is sent now; `answered` is called at its first reply. */
  asked(clientActivityId: string, answered: () => void): void;
  /** An activity was shown on a stream. */
  seen(activity: SeenActivity): void;
  /** Messages without a reply so far. */
  readonly open: number;
  count(): Count;
}

interface Asked {
  readonly at: number;
  readonly answered: () => void;
  id?: string | undefined;
  readonly answers: Set<string>;
}

/** Starts at nothing. */
export function createTally(): Tally {
  const messages = new Map<string, Asked>();
  const byId = new Map<string, Asked>();
  const shown = new Set<string>();
  const times: number[] = [];
  let doubled = 0;
  let stray = 0;

  const seenMessage = (id: string, clientId: string): void => {
    const message = messages.get(clientId);
    if (message === undefined) stray += 1;
    else if (message.id !== undefined) doubled += 1;
    else {
      message.id = id;
      byId.set(id, message);
    }
  };
  const seenReply = (replyToId: string, text: string): void => {
    const message = byId.get(replyToId);
    if (message === undefined) {
      stray += 1;
      return;
    }
    const isFirst = message.answers.size === 0;
    if (message.answers.has(text)) doubled += 1;
    message.answers.add(text);
    if (isFirst) {
      times.push(performance.now() - message.at);
      message.answered();
    }
  };

  return {
    asked: (clientId, answered) => void messages.set(clientId, { at: performance.now(), answered, answers: new Set() }),
    seen({ id = '', type, text = '', replyToId, from, channelData }) {
      if (type !== 'message') return;
      if (shown.has(id)) {
        doubled += 1;
        return;
      }
      shown.add(id);
      if (from?.role !== 'bot') seenMessage(id, channelData?.clientActivityID ?? '');
      else if (replyToId !== undefined) seenReply(replyToId, text);
    },
    get open() {
      return messages.size - times.length;
    },
    count: () => ({ asked: messages.size, lost: messages.size - times.length, doubled, stray, times: [...times] }),
  };
}
