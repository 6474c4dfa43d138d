import type { Claim, ConversationLog } from './conversation-log';

/** Answers what is logged: one turn after the other within a conversation, conversations side by side. */
export interface Turns {
  /** Answers what is unanswered in a conversation, soon. */
  wake(conversationId: string): void;
  /** Looks for what was left unanswered by a crash, now and every few seconds. */
  start(): void;
  /** Waits until nothing is under way in a conversation. */
  settled(conversationId: string): Promise<void>;
  /** Takes no more work and waits for turns under way. */
  stop(): Promise<void>;
}

interface Dependencies {
  readonly log: Pick<ConversationLog, 'claimTurn' | 'finishTurn' | 'findUnanswered'>;
  /** Runs one turn. */
  readonly run: (conversationId: string, claim: Claim) => Promise<void>;
  /** Told of turns that failed outside the bot's own error handler. */
  readonly onFailure: (error: unknown) => void;
  /** Milliseconds between looks for forgotten work. Default 5,000: the longest a crashed instance's patient waits more. */
  readonly sweepMs?: number;
  /** Milliseconds after which a turn is given up, so that the conversation goes on. Default 30,000; turns take some 10. */
  readonly turnMs?: number;
}

const SWEEP_MS = 5_000;
const TURN_MS = 30_000;
/** Conversations picked up at once by a look for forgotten work, so that a start after a crash serves new visitors too. */
const SWEEP_WIDTH = 16;
/** A message that was begun this often without an end takes the process down: it is left unanswered. */
const MOST_ATTEMPTS = 3;

export function createTurns(dependencies: Dependencies): Turns {
  const { log, run, onFailure, sweepMs = SWEEP_MS, turnMs = TURN_MS } = dependencies;
  const working = new Map<string, Promise<void>>();
  const again = new Set<string>();
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let sweeping: Promise<void> = Promise.resolve();

  const work = async (conversationId: string): Promise<void> => {
    do {
      again.delete(conversationId);
      for (let claim = await next(conversationId); claim !== undefined; claim = await next(conversationId)) {
        if (claim.attempts <= MOST_ATTEMPTS) await within(turnMs, run(conversationId, claim)).catch(onFailure);
        await log.finishTurn(conversationId, claim);
      }
    } while (again.has(conversationId));
  };
  const next = async (conversationId: string): Promise<Claim | undefined> =>
    stopped ? undefined : log.claimTurn(conversationId);

  const begin = (conversationId: string): Promise<void> => {
    const running = working.get(conversationId);
    if (running !== undefined) {
      again.add(conversationId);
      return running;
    }
    const started = work(conversationId)
      .catch(onFailure)
      .finally(() => {
        working.delete(conversationId);
        if (again.delete(conversationId)) void begin(conversationId);
      });
    working.set(conversationId, started);
    return started;
  };

  const sweep = async (): Promise<void> => {
    const waiting = [...(await log.findUnanswered())];
    const worker = async (): Promise<void> => {
      for (let id = waiting.shift(); id !== undefined && !stopped; id = waiting.shift()) await begin(id);
    };
    await Promise.all(Array.from({ length: SWEEP_WIDTH }, worker));
  };

  return {
    wake(conversationId) {
      if (!stopped) void begin(conversationId);
    },
    async settled(conversationId) {
      await working.get(conversationId);
    },
    start() {
      const look = (): void => {
        sweeping = sweep()
          .catch(onFailure)
          .finally(() => {
            if (!stopped) timer = setTimeout(look, sweepMs).unref();
          });
      };
      look();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await sweeping;
      await Promise.all(working.values());
    },
  };
}

/** A turn that took too long; the person may write again. */
class TurnTimeout extends Error {
  override readonly name = 'TurnTimeout';
}

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TurnTimeout('A turn took too long.')), milliseconds);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
