import type { ConversationLog, TurnClaim } from '../../bot/ports/conversation-log';

/** Has the bot answer what is kept: one turn after the other within a conversation, conversations side by side. */
export interface Turns {
  /** Answers what is unanswered in a conversation, soon. */
  readonly wake: (conversationId: string) => void;
  /** Looks for what was left unanswered by a crash, now and every few seconds. */
  readonly start: () => void;
  /** Waits until nothing is under way in a conversation. */
  readonly settled: (conversationId: string) => Promise<void>;
  /** Begins no more turns and waits for those under way. */
  readonly stop: () => Promise<void>;
}

interface Dependencies {
  readonly log: Pick<ConversationLog, 'claimTurn' | 'finishTurn' | 'releaseTurn' | 'isUnanswered' | 'findUnanswered'>;
  /** Runs one turn. */
  readonly run: (conversationId: string, claim: TurnClaim) => Promise<void>;
  /** Whether a turn failed because of the database: it is run again until it does not. */
  readonly isStorageTrouble: (error: unknown) => boolean;
  /** Told of turns that failed outside the bot's own error handler. */
  readonly onFailure: (error: unknown) => void;
  /** Milliseconds between looks for forgotten work. Default 3,000: so much longer waits a crashed instance's patient. */
  readonly lookMs?: number;
  /** Milliseconds before a failed turn is tried again, more each time. Default 500: a database that restarts is back. */
  readonly pauseMs?: number;
}

const LOOK_MS = 3_000;
const PAUSE_MS = 500;
/** Conversations taken up at once by a look for forgotten work, so that a start after a crash serves new visitors too. */
const WIDTH = 16;
/** A message that was begun this often and never ended takes the process down: it is left unanswered. */
const MOST_CLAIMS = 3;
const MOST_TRIES = 3;

export function createTurns(dependencies: Dependencies): Turns {
  const { log, run, isStorageTrouble, onFailure, lookMs = LOOK_MS, pauseMs = PAUSE_MS } = dependencies;
  const working = new Map<string, Promise<void>>();
  const again = new Set<string>();
  const forgotten = new Set<string>();
  let takenUp = 0;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();

  const isDone = async (conversationId: string, { entry }: TurnClaim): Promise<boolean> =>
    !(await log.isUnanswered(conversationId, entry.activity.id).catch(() => true));
  /** False: it is to be taken up again later. A turn that fails for another reason than the database is left. */
  const attempt = async (conversationId: string, claim: TurnClaim): Promise<boolean> => {
    let trouble = false;
    for (let tries = 1; tries <= MOST_TRIES && !stopped; tries += 1) {
      try {
        await run(conversationId, claim);
        return true;
      } catch (error) {
        onFailure(error);
        trouble = isStorageTrouble(error);
        await sleep(pauseMs * tries);
        // What was lost may have been no more than the database's word that it is done.
        if (trouble && (await isDone(conversationId, claim))) return true;
      }
    }
    return !trouble && !stopped;
  };
  const answer = async (conversationId: string, claim: TurnClaim): Promise<boolean> => {
    try {
      if (claim.attempts <= MOST_CLAIMS && !(await attempt(conversationId, claim))) return false;
      await log.finishTurn(conversationId, claim);
      return true;
    } catch (error) {
      onFailure(error);
      return false;
    }
  };
  const next = async (conversationId: string): Promise<TurnClaim | undefined> =>
    stopped ? undefined : log.claimTurn(conversationId);
  const work = async (conversationId: string): Promise<void> => {
    for (let claim = await next(conversationId); claim !== undefined; claim = await next(conversationId)) {
      if (await answer(conversationId, claim)) continue;
      // Held on, it would keep the conversation silent for as long as no turn lasts; let go, the next look takes it up.
      await log.releaseTurn(conversationId, claim);
      return;
    }
  };

  const begin = (conversationId: string): Promise<void> => {
    const running = working.get(conversationId);
    if (running !== undefined) {
      again.add(conversationId);
      return running;
    }
    const started = work(conversationId)
      .catch(onFailure)
      .then(() => {
        working.delete(conversationId);
        return again.delete(conversationId) ? begin(conversationId) : undefined;
      });
    working.set(conversationId, started);
    return started;
  };

  /** One that hangs keeps neither the others from being taken up, nor the next look from being taken. */
  const takeUp = (): void => {
    for (const conversationId of forgotten) {
      if (takenUp >= WIDTH || stopped) return;
      forgotten.delete(conversationId);
      takenUp += 1;
      void begin(conversationId).then(() => {
        takenUp -= 1;
        takeUp();
      });
    }
  };
  const look = async (): Promise<void> => {
    for (const conversationId of await log.findUnanswered()) {
      if (!working.has(conversationId)) forgotten.add(conversationId);
    }
    takeUp();
  };
  const lookOn = (): void => {
    looking = look()
      .catch(onFailure)
      .then(() => {
        if (!stopped) timer = setTimeout(lookOn, lookMs).unref();
      });
  };

  return {
    wake(conversationId) {
      if (!stopped) void begin(conversationId);
    },
    start: lookOn,
    settled: async (conversationId) => working.get(conversationId),
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await looking;
      while (working.size > 0) await Promise.all(working.values());
    },
  };
}

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
