import type { ActivityLog } from './activity-log';
import type { LoggedActivity } from './logged-activity';

/** How often is looked for messages whose turn another instance left unfinished. */
const LOOK_MS = 3_000;
/** Turns run at once after a restart. */
const AT_ONCE = 20;

interface Dependencies {
  readonly log: Pick<ActivityLog, 'claimPending' | 'markHandled'>;
  /** Runs the turn of a message, through the gate. */
  readonly run: (message: LoggedActivity) => Promise<unknown>;
  /** Told of a turn that failed; the message is tried again later, three times at most. */
  readonly onFailure: (error: unknown) => void;
}

/** Runs the turns that a killed process left: at `start`, and then every three seconds. */
export interface PendingRecovery {
  /** Resolves when everything left before has had its turn. Never rejects. */
  start(): Promise<void>;
  stop(): void;
}

/** Creates it. */
export const createPendingRecovery = ({ log, run, onFailure }: Dependencies): PendingRecovery => {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const recover = async (message: LoggedActivity): Promise<void> => {
    try {
      await run(message);
      await log.markHandled(message.conversationId, message.id);
    } catch (error) {
      onFailure(error);
    }
  };
  const look = async (): Promise<void> => {
    try {
      for (;;) {
        const left = await log.claimPending(AT_ONCE);
        await Promise.all(left.map(recover));
        if (left.length < AT_ONCE || stopped) return;
      }
    } catch (error) {
      onFailure(error);
    }
  };
  const lookOn = async (): Promise<void> => {
    await look();
    if (!stopped) timer = setTimeout(() => void lookOn(), LOOK_MS).unref();
  };
  return {
    start: lookOn,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
};
