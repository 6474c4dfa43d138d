import type { Activity } from 'botbuilder';
import type { ActivityBody, ConversationLog } from '../../bot/ports/conversation-log';
import type { Party } from './party';
import type { TokenHolder } from './tokens';
import { createActivityKey } from './unguessable';
import { isVisible } from './visible';

/** What the bot says of one message from the content alone. */
export interface BareAnswer {
  readonly kind: 'urgent' | 'person' | 'apology';
  /** True for what must not wait for a database: an urgent sign, the wish for a person. */
  readonly pressing: boolean;
  readonly activities: readonly Partial<Activity>[];
  readonly text: string;
}

/** One message, from its arrival to its answer. */
interface Waiting {
  /** It is kept under this id, and will be answered. */
  kept(activityId: string): void;
  /** It could not be kept: shows what can be said all the same, and gives it as text. */
  lost(): string;
}

/** Sees to it that nobody in need waits for a database. What is shown so is not kept: the turn answers as ever, later. */
export interface Need {
  /** A message has arrived; `clientId`: under which its client sends it again until it is kept. */
  watch(who: TokenHolder, activity: ActivityBody, clientId?: string): Waiting;
  /** A kept message is answered. */
  readonly answered: (activityId: string) => void;
  stop(): void;
}

interface Dependencies {
  readonly answer: (activity: Activity) => BareAnswer;
  readonly log: Pick<ConversationLog, 'isUnanswered'>;
  readonly party: Party;
  /** False where nobody has the conversation open. */
  readonly show: (conversationId: string, activity: ActivityBody) => boolean;
  /** Told what was said, once for each message. */
  readonly onBareAnswer?: ((kind: BareAnswer['kind']) => void) | undefined;
  readonly waits?: Partial<NeedWaits>;
}

/** Milliseconds a message may wait for its turn before something is said without one. */
interface NeedWaits {
  /** An urgent sign or the wish for a person. Default 1,500: a healthy turn takes 30, one under heavy load 1,000. */
  readonly pressing: number;
  /** Anything else gets the apology. Default 10,000: a database that fails over is mostly back sooner. */
  readonly other: number;
}

const WAITS: NeedWaits = { pressing: 1_500, other: 10_000 };
/** Milliseconds for the database to say whether the message is answered already, by another instance. */
const PATIENCE_MS = 1_000;

/** Messages whose bare answer is remembered; each is some 100 bytes. */
const MOST_TOLD = 10_000;

/** Creates it. */
export function createNeed({ answer, log, party, show, onBareAnswer, waits }: Dependencies): Need {
  const { pressing, other } = { ...WAITS, ...waits };
  const waiting = new Map<string, () => void>();
  const timers = new Set<NodeJS.Timeout>();

  /** By message: whether somebody was there to see its bare answer. */
  const told = new Map<string, boolean>();
  const noteTold = (message: string, isSeen: boolean): void => {
    told.set(message, isSeen);
    const [oldest] = told.keys();
    if (told.size > MOST_TOLD && oldest !== undefined) told.delete(oldest);
  };
  /** A client that sends a message again hears the same once, unless nobody was there to see it. */
  const say = (
    { user, conversation }: TokenHolder,
    { kind, activities }: BareAnswer,
    clientId: string | undefined,
  ): void => {
    const message = clientId === undefined ? undefined : `${conversation} ${clientId}`;
    const before = message === undefined ? undefined : told.get(message);
    if (before === true) return;
    if (before === undefined) onBareAnswer?.(kind);
    let isSeen = false;
    for (const activity of activities.filter(isVisible)) {
      const isShown = show(conversation, {
        ...activity,
        type: activity.type ?? 'message',
        id: `${conversation}|${createActivityKey()}`,
        timestamp: new Date().toISOString(),
        channelId: 'directline',
        conversation: { id: conversation },
        from: { ...party, role: 'bot' },
        recipient: { id: user },
      });
      isSeen ||= isShown;
    }
    if (message !== undefined) noteTold(message, isSeen);
  };
  const isUnanswered = (who: TokenHolder, id: string | undefined): Promise<boolean> =>
    id === undefined
      ? Promise.resolve(true)
      : Promise.race([log.isUnanswered(who.conversation, id).catch(() => true), later(PATIENCE_MS)]);

  return {
    watch(who, activity, clientId) {
      let id: string | undefined;
      let done = false;
      const isDone = (): boolean => done;
      const sayIf = async (isPressing: boolean): Promise<void> => {
        const bare = answer(activity as unknown as Activity);
        if (bare.pressing === isPressing && (await isUnanswered(who, id)) && !isDone()) {
          end();
          say(who, bare, clientId);
        }
        if (!isPressing) end();
      };
      const own = [
        setTimeout(() => void sayIf(true), pressing).unref(),
        setTimeout(() => void sayIf(false), other).unref(),
      ];
      for (const timer of own) timers.add(timer);
      const end = (): void => {
        done = true;
        if (id !== undefined) waiting.delete(id);
        for (const timer of own) {
          clearTimeout(timer);
          timers.delete(timer);
        }
      };
      return {
        kept(activityId) {
          id = activityId;
          waiting.set(activityId, end);
        },
        lost() {
          const bare = answer(activity as unknown as Activity);
          if (!done) say(who, bare, clientId);
          end();
          return bare.text;
        },
      };
    },
    answered: (activityId) => waiting.get(activityId)?.(),
    stop() {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

const later = (milliseconds: number): Promise<boolean> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(true), milliseconds).unref();
  });
