import { type Activity, ActivityTypes, TurnContext } from 'botbuilder';
import type { StaffCards } from '../../bot/handover/compose-staff-cards';
import type { StaffCard } from '../../bot/handover/staff-card';
import type { TellStaff } from '../../bot/handover/staff-news';
import type { Delivery } from '../../channels/bot-framework/delivery/create-delivery';
import { ADAPTIVE_CARD } from '../../channels/teams/adaptive-card';
import { drawStaffCard } from '../../channels/teams/staff/draw-staff-card';
import { placeOfOwner, type StaffPlace, type StaffPlaces } from '../../handover/staff-places';

/** What brings talks to the staff's chats is wired from. */
export interface StaffPostsDependencies {
  readonly places: Pick<StaffPlaces, 'list'>;
  readonly cards: () => StaffCards;
  readonly delivery: () => Pick<Delivery, 'sayLater'>;
}

/** A card as an activity. */
export const staffActivity = (card: StaffCard): Partial<Activity> => ({
  type: ActivityTypes.Message,
  attachments: [{ contentType: ADAPTIVE_CARD, content: drawStaffCard(card) }],
  // Nothing of what a patient wrote: others may see a locked screen.
  summary: card.title,
});

/** Creates what tells the staff's chats of a talk: kept with the turn that runs, and sent after it. */
export function createStaffPosts({ places, cards, delivery }: StaffPostsDependencies): TellStaff {
  return async (talk, news) => {
    for (const place of (await places.list()).filter(({ isOpen }) => isOpen)) {
      const card = cards().of(talk, news, place.id);
      if (card !== undefined)
        post(place, card, placeOfOwner(talk.owner?.id) === place.id ? talk.owner?.thread : undefined);
    }
  };

  /** A talk goes on in the thread where it was taken. */
  function post({ channelId, reference }: StaffPlace, card: StaffCard, thread?: string): void {
    const activity = TurnContext.applyConversationReference(staffActivity(card), { channelId, ...reference });
    if (thread !== undefined && activity.conversation !== undefined) {
      activity.conversation = { ...activity.conversation, id: thread };
    }
    delivery().sayLater(`${channelId}/${activity.conversation?.id ?? ''}`, [activity]);
  }
}
