import type { Result } from './ask';
import { createBackoff } from './backoff';
import { ownDomain, type DirectLine, type Joined } from './direct-line';
import { enter, type Entered } from './enter';
import type { Kept } from './kept';
import { createPause } from './pause';
import type { Session } from './session';
import { openStream, type Stream } from './stream';

/** Whether messages flow. */
export type Status = 'connecting' | 'online' | 'waiting';

/** What the connection tells. */
interface ConnectionListener {
  /** With what the server said, where it said something to the person. */
  status(status: Status, sentence?: string): void;
  activities(activities: readonly unknown[]): void;
  /** The conversation so far has come. */
  caughtUp(): void;
  /** The conversation could not be taken up again: another begins. */
  replaced(): void;
}

/** Keeps a conversation connected, whatever happens to the network and the server. */
export interface Connection {
  start(): void;
  /** Tries again now, if it is waiting to. */
  hurry(): void;
  /** Leaves the stream it has for a new one: it may be dead without having said so, or its token be no good. */
  renew(): void;
  /** The conversation at present. */
  session(): Session | undefined;
  stop(): void;
}

interface Dependencies {
  readonly directLine: DirectLine;
  readonly sessions: Kept<Session>;
  readonly listener: ConnectionListener;
  /** The conversation, if the page has entered it already. */
  readonly entered?: Promise<Entered> | undefined;
}

/** Like Direct Line's own clients; tokens live at least half an hour. */
const RENEW_MS = 15 * 60_000;
const LOOK_MS = 30_000;
/** Rounds without a stream after which the chat asks for news instead: some networks let no stream through. */
const STREAMLESS_ROUNDS = 2;
const POLL_MS = 1_500;
/** So long it asks before it tries a stream again. */
const POLLING_MS = 60_000;
/** With nothing said so far no frame comes: then the conversation is complete after this. */
const QUIET_MS = 1_500;
/** A stream that lasted this long was a good one: the next try comes soon. */
const GOOD_MS = 5_000;
const CREATED = 201;

export function createConnection({ directLine, sessions, listener, entered }: Dependencies): Connection {
  const backoff = createBackoff();
  const pause = createPause();
  let current: Session | undefined;
  let refusedId = '';
  let watermark = '';
  let streamless = 0;
  let stream: Stream | undefined;
  let stopped = false;
  let renewal = 0;
  let early = entered;

  const keep = (session: Session): void => {
    current = session;
    sessions.write(session);
  };
  const isStopped = (): boolean => stopped;

  /** Tells why a try failed and gives the milliseconds until the next. */
  const readWait = (result: Exclude<Result<unknown>, { kind: 'ok' }>): number => {
    const { sentence, retryAfter = 0 } = result.kind === 'refused' ? result : {};
    listener.status('waiting', sentence);
    return Math.max(retryAfter * 1000, backoff.next());
  };
  /** A conversation that is refused for good is given up for another one. */
  const giveUp = (session: Session): number => {
    if (sessions.read()?.conversationId === session.conversationId) refusedId = session.conversationId;
    watermark = '';
    listener.replaced();
    return backoff.next();
  };

  const receive = (activities: readonly unknown[], mark: string | undefined): void => {
    watermark = mark ?? watermark;
    listener.activities(activities);
    listener.caughtUp();
  };

  /** Azure's streams begin with what is new: what was said before has to be asked for. */
  const readEarlier = async (session: Session): Promise<void> => {
    if (session.domain === ownDomain() || watermark !== '') return;
    const page = await directLine.read(session, '');
    // Its mark is older than what the stream has told meanwhile.
    if (page.kind === 'ok' && !isStopped()) receive(page.value.activities, undefined);
  };
  const runStream = async (session: Session, url: string): Promise<void> => {
    const began = Date.now();
    let quiet = 0;
    stream = openStream(url, {
      opened() {
        listener.status('online');
        quiet = setTimeout(() => listener.caughtUp(), QUIET_MS);
        void readEarlier(session);
      },
      received: receive,
    });
    const end = await stream.ended;
    clearTimeout(quiet);
    stream = undefined;
    // Two tabs that took the one stream from each other would do so for ever: this one asks for news for a while.
    streamless = end === 'closed' ? 0 : end === 'taken' ? STREAMLESS_ROUNDS : streamless + 1;
    if (end !== 'unopened' && Date.now() - began > GOOD_MS) backoff.reset();
  };

  const readWatermark = (session: Session): string => {
    if (current !== undefined && current.conversationId !== session.conversationId) watermark = '';
    current = session;
    return watermark;
  };
  let isLeaving = false;
  const runPolls = async (session: Session): Promise<void> => {
    streamless = STREAMLESS_ROUNDS - 1;
    const until = Date.now() + POLLING_MS;
    while (!isStopped() && Date.now() < until && !isLeaving) {
      const page = await directLine.read(current ?? session, watermark);
      if (page.kind !== 'ok') return;
      listener.status('online');
      receive(page.value.activities, page.value.watermark);
      await pause.wait(POLL_MS);
    }
  };

  const stay = async ({ session, streamUrl }: Joined, isAnew: boolean): Promise<number> => {
    if (isAnew) {
      watermark = '';
      listener.replaced();
    }
    if (current?.conversationId !== session.conversationId) watermark = '';
    keep(session);
    if (streamUrl === '' || streamless >= STREAMLESS_ROUNDS) await runPolls(session);
    else await runStream(session, streamUrl);
    if (isStopped()) return 0;
    listener.status('waiting');
    return backoff.next();
  };

  /** Connects and stays as long as it goes; gives the milliseconds to wait before the next round. */
  const runRound = async (): Promise<number> => {
    isLeaving = false;
    const { session, joined } = await (early ?? enter({ directLine, sessions, refusedId, readWatermark, isStopped }));
    early = undefined;
    current = session ?? current;
    if (isStopped()) return 0;
    if (joined.kind === 'ok') return stay(joined.value, session?.begun === true && joined.status === CREATED);
    return session !== undefined && isRefusedForGood(joined) ? giveUp(session) : readWait(joined);
  };

  const renewWhenDue = async (): Promise<void> => {
    if (current === undefined || Date.now() - current.given < RENEW_MS) return;
    const renewed = await directLine.renew(current);
    if (isStopped()) return;
    if (renewed.kind === 'ok') keep(renewed.value);
    else if (isRefusedForGood(renewed)) leave();
  };

  const run = async (): Promise<void> => {
    while (!isStopped()) {
      const wait = await runRound();
      if (!isStopped()) await pause.wait(wait);
    }
  };
  const leave = (): void => {
    isLeaving = true;
    pause.end();
    stream?.close();
  };

  return {
    start() {
      listener.status('connecting');
      renewal = setInterval(() => void renewWhenDue(), LOOK_MS);
      void run();
    },
    hurry: () => pause.end(),
    renew: leave,
    session: () => current,
    stop() {
      stopped = true;
      clearInterval(renewal);
      leave();
    },
  };
}

/** Of these a new conversation helps; of a page that may not use the chat, nothing does. */
function isRefusedForGood(result: Result<unknown>): boolean {
  return (
    result.kind === 'refused' && [401, 403, 404, 410].includes(result.status) && result.code !== 'OriginNotAllowed'
  );
}
