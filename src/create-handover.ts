import { type Activity, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { ChannelOf } from './bot/channel';
import type { HandoverReplies } from './bot/handover/compose-handover';
import { createStaffDesk } from './bot/handover/create-staff-desk';
import type { StaffDesk } from './bot/handover/staff-desk';
import type { Reply } from './bot/reply';
import type { Delivery } from './channels/bot-framework/delivery/create-delivery';
import type { Party } from './channels/direct-line/party';
import type { PatientPlace } from './handover/talk';
import type { Stores } from './open-stores';
import type { Metrics } from './server/metrics';

/** What talks of patients with the staff are wired from. */
export interface HandoverDependencies {
  readonly stores: Pick<Stores, 'talks' | 'callbacks' | 'reception' | 'gate' | 'activities'>;
  readonly replies: () => HandoverReplies;
  readonly channelOf: ChannelOf;
  readonly delivery: Pick<Delivery, 'say'>;
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
  start(): void;
  stop(): Promise<void>;
}

/** Wires the staff's side of talks to the patients' channels. */
export function createHandover(dependencies: HandoverDependencies): Handover {
  const { stores, replies, metrics, log } = dependencies;
  const staffDesk = createStaffDesk({
    desk: stores,
    replies,
    run: async (place, work) => {
      const { channelId, conversationId, reference } = place;
      const gate = reference === undefined ? stores.gate.held : stores.gate;
      await gate.run(`${channelId}/${conversationId}`, undefined, work);
    },
    speak: (place, reply, key) => speak(place, reply, key, dependencies),
    observe: { ended: metrics.talkEnded, answered: metrics.talkAnswered },
    onFailure: (error) => log.error({ err: error }, 'a talk with the staff could not be tended'),
    now: Date.now,
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
  return {
    staffDesk,
    start: tendOn,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
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
