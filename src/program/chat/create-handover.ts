import { type Activity, ActivityTypes, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { ChannelOf } from '../../bot/turn/channel';
import type { HandoverReplies } from '../../bot/handover/compose-handover';
import { createStaffDesk } from '../../bot/handover/create-staff-desk';
import type { StaffCards } from '../../bot/handover/compose-staff-cards';
import { createStaffTurn, type StaffTurn } from '../../bot/handover/create-staff-turn';
import type { StaffDesk } from '../../bot/handover/staff-desk';
import type { TellStaff } from '../../bot/handover/staff-news';
import { staffActivity } from './create-staff-posts';
import type { StaffPlace } from '../../handover/staff-places';
import type { Knowledge } from '../../knowledge/knowledge';
import type { Reply } from '../../bot/reply/reply';
import type { Delivery } from '../../channels/bot-framework/delivery/create-delivery';
import type { Party } from '../../channels/direct-line/party';
import type { PatientPlace } from '../../handover/talk';
import type { Stores } from '../stores/open-stores';
import type { Metrics } from '../../server/metrics';

/** What talks of patients with the staff are wired from. */
export interface HandoverDependencies {
  readonly stores: Pick<Stores, 'talks' | 'callbacks' | 'reception' | 'places' | 'gate' | 'activities' | 'database'>;
  readonly replies: () => HandoverReplies;
  readonly cards: () => StaffCards;
  readonly messages: () => Knowledge['messages'];
  readonly tell: TellStaff;
  readonly channelOf: ChannelOf;
  /** Whether Teams hands on what is written in a team without naming the assistant. */
  readonly readsAll: boolean;
  readonly delivery: Pick<Delivery, 'say' | 'sayLater' | 'show'>;
  /** Who speaks in the site's own chat. */
  readonly party: Party;
  readonly metrics: Pick<Metrics, 'talkEnded' | 'talkAnswered'>;
  readonly log: Logger;
}

/** Milliseconds between two looks at what time calls for. */
const EVERY = 5_000;

/** The staff's side of talks, and what goes on by itself. */
export interface Handover {
  readonly staffDesk: StaffDesk;
  /** What staff do in a chat; false: the message is a patient's. */
  readonly staffTurn: StaffTurn;
  /** Says in a place that it gets talks from here on. */
  welcome(place: StaffPlace): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

/** Wires the staff's side of talks to the patients' channels. */
export function createHandover(dependencies: HandoverDependencies): Handover {
  const { stores, replies, metrics, log } = dependencies;
  const staffDesk = createStaffDesk({
    desk: { ...stores, tell: dependencies.tell },
    replies,
    run: async (place, work) => {
      const { channelId, conversationId, reference } = place;
      const gate = reference === undefined ? stores.gate.held : stores.gate;
      await gate.run(`${channelId}/${conversationId}`, undefined, work);
    },
    speak: (place, reply, key) => speak(place, reply, key, dependencies),
    showWriting: (place) => showWriting(place, dependencies),
    observe: { ended: metrics.talkEnded, answered: metrics.talkAnswered },
    onFailure: (error) => log.error({ err: error }, 'a talk with the staff could not be tended'),
    now: Date.now,
    elapsed: () => performance.now(),
  });
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  const tendOn = (): void => {
    running = staffDesk
      .tend()
      .catch((error: unknown) => log.error({ err: error }, 'talks with the staff could not be tended'))
      .then(() => {
        if (!stopped) timer = setTimeout(tendOn, EVERY).unref();
      });
  };
  const staffTurn: StaffTurn = (context) =>
    createStaffTurn({
      places: stores.places,
      talks: stores.talks,
      desk: staffDesk,
      cards: dependencies.cards(),
      messages: dependencies.messages(),
      channelOf: dependencies.channelOf,
      readsAll: dependencies.readsAll,
      show: async (where, card) => {
        await where.sendActivity(staffActivity(card));
      },
    })(context);
  return {
    staffDesk,
    staffTurn,
    async welcome({ channelId, reference }) {
      const card = dependencies.cards().plain(dependencies.messages().handover.staff.connected);
      const activity = TurnContext.applyConversationReference(staffActivity(card), { channelId, ...reference });
      const conversation = `${channelId}/${activity.conversation?.id ?? ''}`;
      await stores.gate.run(conversation, undefined, () => {
        dependencies.delivery.sayLater(conversation, [activity]);
        return Promise.resolve();
      });
    },
    start: tendOn,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/** In the site's own chat whichever instance has it open shows it; elsewhere the channel does. */
async function showWriting(
  { channelId, conversationId, reference }: PatientPlace,
  { stores: { database }, delivery }: HandoverDependencies,
): Promise<void> {
  if (reference === undefined) {
    await database.signals.announce(database.query, 'writing', conversationId);
    database.signals.tell('writing', conversationId);
    return;
  }
  const typing: Partial<Activity> = { type: ActivityTypes.Typing };
  await delivery.show(TurnContext.applyConversationReference(typing, { channelId, ...reference }));
}

/** In the site's own chat it is kept with the turn; elsewhere it goes out as a letter. */
async function speak(
  place: PatientPlace,
  reply: Reply,
  key: string,
  { channelOf, stores, delivery, party }: HandoverDependencies,
): Promise<void> {
  const { channelId, conversationId, userId, reference } = place;
  const drawn = channelOf(channelId).presenter.present(reply, {});
  if (reference !== undefined) {
    const address = (activity: Partial<Activity>): Partial<Activity> =>
      TurnContext.applyConversationReference(activity, { channelId, ...reference });
    delivery.say(`${channelId}/${conversationId}`, drawn.map(address));
    return;
  }
  for (const [at, activity] of drawn.entries()) {
    const addressed = { channelId, conversation: { id: conversationId }, from: { ...party, role: 'bot' } };
    const body = { ...activity, ...addressed, type: activity.type ?? 'message', recipient: { id: userId } };
    await stores.activities.append(conversationId, { activity: body, key: `staff ${key} ${at}`, needsTurn: false });
  }
}
