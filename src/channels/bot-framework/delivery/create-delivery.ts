import { setTimeout as pause } from 'node:timers/promises';
import { type Activity, ActivityTypes, DeliveryModes, type Middleware, type TurnContext } from 'botbuilder';
import { offerLastDelivery } from '../../../bot/memory/last-delivery';
import { forgetSpoken } from '../../../bot/memory/outbox';
import { wholeConversationId } from '../../../bot/understand/thread';
import { createDeliver } from './deliver';
import type { Delivered, Patience } from './deliver';
import type { Letter } from '../../../bot/ports/letter';
import type { Outbox } from '../../../bot/ports/outbox';
import { type Connect, postActivity } from './post-activity';

/** What a letter that was lost is reported with. */
interface Loss {
  readonly channel: string;
  readonly tries: number;
  readonly status: number | undefined;
  readonly error: unknown;
  readonly conversation: string;
}

interface Dependencies {
  readonly outbox: Outbox;
  readonly connect: Connect;
  /** Takes note of what could not be delivered. */
  readonly onLost: (loss: Loss) => void;
  /** Takes note of what an earlier run left, and nobody took over in time. */
  readonly onLate: (letter: Pick<Loss, 'channel' | 'conversation'>) => void;
  /** Told of a database that fails beside a delivery. */
  readonly onFailure: (error: unknown) => void;
  readonly patience?: Patience;
}

/** Brings what the assistant says to the channel. */
export interface Delivery {
  /** For the adapter, before whatever runs turns. */
  readonly middleware: Middleware;
  /**
   * Says something that answers nothing, within a turn of the conversation: kept with it, then sent, before the next turn.
   *
   * @param conversation channel and conversation id
   */
  say(conversation: string, activities: readonly Partial<Activity>[]): void;
  /** The same for a conversation of others, in the order of these; the turn does not wait until it is sent. */
  sayLater(conversation: string, activities: readonly Partial<Activity>[]): void;
  /** Shows what decides nothing, such as typing: tried once, and not kept. */
  show(activity: Partial<Activity>): Promise<void>;
  /** Sends what an earlier run of the program left. */
  start(): void;
  stop(): Promise<void>;
}

/** Milliseconds between looks for what others left. */
const LOOK = 5_000;
/** Milliseconds a turn waits for its letter: an urgent one is tried on after it. */
const TURN_WAIT = 11_000;
/** Milliseconds for what decides nothing. */
const TYPING_WAIT = 1_000;
/** Milliseconds for tries under way when the program ends; what is not known to have arrived is sent by the next start. */
const LAST_TRIES = 2_000;

/**
 * Creates it. What a turn says is kept with its state, and sent once both are stored: a question that somebody reads is
 * one the state knows, wherever the process is killed. Until it has arrived it is sent again, also by the next start.
 */
export function createDelivery({ outbox, connect, onLost, onLate, onFailure, patience }: Dependencies): Delivery {
  const ending = new AbortController();
  const under = new Set<Promise<void>>();
  /** Of each conversation the last letter that is on its way without a turn that waits for it. */
  const later = new Map<string, Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  const post = (activity: Partial<Activity>) => postActivity(activity, connect);
  const deliver = createDeliver({ post, signal: ending.signal, ...(patience && { patience }) });

  const send = async (letter: Letter): Promise<Delivered> => {
    const delivered = await deliver(letter);
    if (delivered.kind === 'lost') onLost(lossOf(letter, delivered));
    return delivered;
  };
  const sendKept = (id: string, letter: Letter): Promise<void> => {
    const sending = send(letter)
      .then((delivered) => (delivered.kind === 'kept' ? undefined : outbox.close(id, letter, delivered)))
      .catch(onFailure)
      .finally(() => under.delete(sending));
    under.add(sending);
    return sending;
  };
  const keep = (conversation: string, letter: Letter): boolean =>
    outbox.keep(conversation, letter, (id) =>
      Promise.race([sendKept(id, letter), pause(TURN_WAIT, undefined, { ref: false })]),
    );
  const look = async (): Promise<void> => {
    const { left, late } = await outbox.takeLeft();
    late.forEach((letter) => onLate(addressOf(letter)));
    left.forEach(({ id, letter }) => void sendKept(id, letter));
  };
  const lookOn = (): void => {
    void look()
      .catch(onFailure)
      .then(() => {
        if (!ending.signal.aborted) timer = setTimeout(lookOn, LOOK).unref();
      });
  };

  const show = async (activity: Partial<Activity>): Promise<void> => {
    await Promise.race([post(activity), pause(TYPING_WAIT, undefined, { ref: false })]);
  };

  const onTurn = async (context: TurnContext, next: () => Promise<void>): Promise<void> => {
    const incoming = context.activity;
    const conversation = `${incoming.channelId}/${wholeConversationId(incoming)}`;
    offerLastDelivery(context, () => outbox.last(conversation));
    context.onSendActivities(async (_context, activities, sendByAdapter) => {
      if (isTargeted(incoming)) activities.forEach(target);
      // Replies that go into the response of the request need no way of their own.
      if (incoming.deliveryMode === DeliveryModes.ExpectReplies || activities.some(isResponse)) return sendByAdapter();
      if (activities.every(isTyping)) {
        for (const activity of activities) await show(activity);
        return [];
      }
      const letter = { activities };
      if (keep(conversation, letter)) forgetSpoken(context);
      else await send(letter);
      return [];
    });
    await next();
  };

  return {
    middleware: { onTurn },
    show,
    sayLater: (conversation, activities) => {
      const letter = { activities };
      outbox.keep(conversation, letter, (id) => {
        const before = later.get(conversation) ?? Promise.resolve();
        const sending = before
          .then(() => sendKept(id, letter))
          .finally(() => {
            if (later.get(conversation) === sending) later.delete(conversation);
          });
        later.set(conversation, sending);
        return Promise.resolve();
      });
    },
    say: (conversation, activities) => {
      keep(conversation, { activities });
    },
    start: lookOn,
    async stop() {
      ending.abort();
      clearTimeout(timer);
      await Promise.race([Promise.all(under), pause(LAST_TRIES, undefined, { ref: false })]);
    },
  };
}

function isResponse({ type }: Partial<Activity>): boolean {
  return type === ActivityTypes.InvokeResponse;
}

function isTyping({ type }: Partial<Activity>): boolean {
  return type === ActivityTypes.Typing;
}

/** What somebody wrote for the assistant's eyes alone, among others, is answered for theirs alone. */
function isTargeted({ recipient }: Activity): boolean {
  return (recipient as { readonly isTargeted?: unknown } | undefined)?.isTargeted === true;
}

function target(activity: Partial<Activity>): void {
  // A copy: what is there is the sender of the message that is answered.
  Object.assign(activity, { recipient: { ...activity.recipient, isTargeted: true } });
}

function lossOf(letter: Letter, { tries, failure }: Extract<Delivered, { kind: 'lost' }>): Loss {
  const { status, error } = failure;
  return { ...addressOf(letter), tries, status, error };
}

function addressOf({ activities }: Letter): Pick<Loss, 'channel' | 'conversation'> {
  const { channelId = '', conversation } = activities[0] ?? {};
  return { channel: channelId, conversation: conversation?.id ?? '' };
}
