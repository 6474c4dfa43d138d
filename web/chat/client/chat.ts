import { readActivity } from './activity';
import { createConnection, type Connection, type Status } from './connection';
import { createDirectLine, ownDomain } from './direct-line';
import { SESSION, type Entered } from './enter';
import { createKept } from './kept';
import type { Opinion } from './opinion';
import { createOutbox, type Waiting } from './outbox';
import { readWaiting } from './read-waiting';
import { readSession, type Session } from './session';
import { addMessages, type Said } from './transcript';

/** Everything the chat shows. A new object at each change. */
export interface ChatState {
  readonly said: readonly Said[];
  readonly waiting: readonly Waiting[];
  /** What was said of answers: message → opinion. */
  readonly opinions: ReadonlyMap<string, Opinion>;
  readonly status: Status | 'ended';
  /** What the server says about why it is not connected. */
  readonly sentence: string | undefined;
  /** Whether what was said before has come. */
  readonly isComplete: boolean;
  /** Whether the assistant is about to answer. */
  readonly isTyping: boolean;
  /** Who is writing, where it is a person of the clinic. */
  readonly writing: string | undefined;
  /** Whether this conversation took the place of one that could not be taken up again. */
  readonly isAnother: boolean;
}

/** A chat with the assistant. */
export interface Chat {
  state(): ChatState;
  subscribe(listener: () => void): () => void;
  /** Connects; a chat nobody has opened connects to nothing. */
  start(): void;
  send(text: string): void;
  retry(clientId: string): void;
  discard(clientId: string): void;
  /** Says whether an answer helped. Taken back where it does not reach the server. */
  rate(message: Pick<Said, 'id' | 'rates'>, opinion: Opinion): void;
  /** Deletes the conversation here and on the server and stops; false where the server was not reached. */
  end(): Promise<boolean>;
  /** Begins a conversation, after an end. */
  begin(): void;
}

interface Dependencies {
  /** Language of the page. */
  readonly locale: string;
  /** What the bot understands as "delete my data". */
  readonly deleteCommand: string;
  /** The conversation, if the page has entered it already. */
  readonly entered?: Promise<Entered> | undefined;
}

const TYPING_MS = 6_000;
/** Answers come in a few milliseconds: the sign is only for those that do not. */
const TYPING_AFTER_MS = 350;
const DELETION_MS = 10_000;

const EMPTY: Omit<ChatState, 'waiting'> = {
  said: [],
  opinions: new Map(),
  status: 'connecting',
  sentence: undefined,
  isComplete: false,
  isTyping: false,
  writing: undefined,
  isAnother: false,
};

export function createChat({ locale, deleteCommand, entered }: Dependencies): Chat {
  const directLine = createDirectLine(locale);
  const sessions = createKept(SESSION, readSession);
  const listeners = new Set<() => void>();
  let connection: Connection | undefined;
  let early = entered;
  let typing = 0;
  let state: ChatState = { ...EMPTY, waiting: [] };

  const change = (part: Partial<ChatState>): void => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };
  const outbox = createOutbox({
    kept: createKept('prp-chat.outbox', readWaiting),
    post: async (message) => {
      const session = connection?.session();
      if (session === undefined || state.status !== 'online') return undefined;
      const result = await directLine.post(session, message);
      if (result.kind === 'ok') expectAnswer();
      return result;
    },
    changed: () => change({ waiting: outbox.entries() }),
    unauthorized: () => connection?.renew(),
  });
  state = { ...state, waiting: outbox.entries() };

  const showTyping = (after: number, writing?: string): void => {
    clearTimeout(typing);
    typing = setTimeout(() => {
      change({ isTyping: true, writing });
      typing = setTimeout(() => change({ isTyping: false }), TYPING_MS);
    }, after);
  };
  const hideTyping = (): void => {
    clearTimeout(typing);
    if (state.isTyping) change({ isTyping: false });
  };
  const expectAnswer = (): void => {
    if (state.said.at(-1)?.from !== 'bot' || outbox.entries().length > 0) showTyping(TYPING_AFTER_MS);
  };

  const putOpinion = (about: string, opinion: Opinion | undefined): void => {
    const opinions = new Map(state.opinions);
    if (opinion === undefined) opinions.delete(about);
    else opinions.set(about, opinion);
    change({ opinions });
  };
  const rate: Chat['rate'] = ({ id, rates }, opinion) => {
    const before = state.opinions.get(id);
    const session = connection?.session();
    if (session === undefined) return;
    putOpinion(id, opinion);
    void directLine.rate(session, { about: id, answers: rates, ...opinion }).then(({ kind }) => {
      if (kind !== 'ok') putOpinion(id, before);
    });
  };

  const receive = (values: readonly unknown[]): void => {
    const activities = values.map(readActivity).filter((activity) => activity !== undefined);
    const messages = activities.filter((activity) => activity.kind === 'message');
    if (messages.length > 0) change({ said: addMessages(state.said, messages) });
    for (const { clientId } of messages) if (clientId !== undefined) outbox.remove(clientId);
    const opinions = activities.filter((activity) => activity.kind === 'opinion');
    for (const { about, helped, reason } of opinions) putOpinion(about, { helped, reason });
    const last = activities.at(-1);
    if (last?.kind === 'typing') showTyping(0, last.text);
    else if (last?.kind === 'message' && last.from === 'bot') hideTyping();
  };

  const connect = (): void => {
    connection = createConnection({
      directLine,
      sessions,
      entered: early,
      listener: {
        status(status, sentence) {
          change({ status, sentence });
          if (status === 'online') outbox.flush();
        },
        activities: receive,
        caughtUp: () => {
          if (!state.isComplete) change({ isComplete: true });
        },
        replaced: () => change({ isAnother: state.said.length > 0 }),
      },
    });
    early = undefined;
    connection.start();
  };
  const disconnect = (): void => {
    connection?.stop();
    connection = undefined;
    hideTyping();
  };
  const finish = (): void => {
    disconnect();
    change({ ...EMPTY, status: 'ended' });
  };

  /** Another tab ended the conversation, or began another. */
  sessions.watch(() => {
    const now = sessions.read();
    const isOther = now?.conversationId !== connection?.session()?.conversationId;
    if (now === undefined && connection !== undefined) finish();
    else if (now !== undefined && isOther && (connection !== undefined || state.status === 'ended')) {
      disconnect();
      change(EMPTY);
      connect();
    }
  });
  watchNetwork(
    () => connection?.renew(),
    () => connection?.hurry(),
  );

  /** Azure cannot be asked to delete: there the bot is told to, and its answer shows that it did. */
  const deleteThroughBot = async (): Promise<boolean> => {
    const before = state.said.length;
    outbox.add(deleteCommand);
    const until = Date.now() + DELETION_MS;
    while (Date.now() < until) {
      if (state.said.slice(before).some(({ from }) => from === 'bot')) return true;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return false;
  };
  /** Other tabs leave the conversation first: one of them coming back would begin it anew. */
  const deleteHere = async (session: Session): Promise<boolean> => {
    disconnect();
    sessions.write(undefined);
    const result = await directLine.forget(session);
    // Of a conversation whose token has long ended, nothing is kept any more.
    if (result.kind === 'ok' || (result.kind === 'refused' && [401, 403, 404].includes(result.status))) return true;
    sessions.write(session);
    connect();
    return false;
  };
  const deleteAll = async (): Promise<boolean> => {
    const session = connection?.session() ?? sessions.read();
    if (session?.begun !== true) return true;
    return session.domain === ownDomain() ? deleteHere(session) : deleteThroughBot();
  };

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      if (connection === undefined && state.status !== 'ended') connect();
    },
    send: (text) => outbox.add(text),
    retry: (clientId) => outbox.retry(clientId),
    discard: (clientId) => outbox.remove(clientId),
    rate,
    async end() {
      if (!(await deleteAll())) return false;
      outbox.clear();
      sessions.write(undefined);
      finish();
      return true;
    },
    begin() {
      change(EMPTY);
      connect();
    },
  };
}

/** A network that comes or goes leaves streams that look alive; a page that comes back may have slept for hours. */
function watchNetwork(renew: () => void, hurry: () => void): void {
  addEventListener('online', renew);
  addEventListener('offline', renew);
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) renew();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') hurry();
  });
}
