import { createHash } from 'node:crypto';
import { type TurnContext, TurnContext as Context } from 'botbuilder';
import type { StaffPlace } from '../../handover/staff-places';
import { isPublic } from '../understand/is-public';
import { withoutThread } from '../understand/thread';

const ID_CHARACTERS = 16;

/** The place this turn is in: of a channel the whole, not one thread of it. */
export function staffPlaceOf({ activity }: TurnContext): Omit<StaffPlace, 'isOpen'> {
  const { bot, user, conversation, serviceUrl, locale } = Context.getConversationReference(activity);
  const whole = { ...conversation, id: withoutThread(conversation?.id ?? '') };
  const id = createHash('sha256')
    .update(`${activity.channelId} ${whole.id}`)
    .digest('base64url')
    .slice(0, ID_CHARACTERS);
  const isPersonal = !isPublic(activity);
  return {
    id,
    channelId: activity.channelId,
    name: (isPersonal ? activity.from.name : whole.name) ?? '',
    reference: { bot, conversation: whole, serviceUrl, locale, ...(isPersonal && { user }) },
    askedBy: activity.from.name,
  };
}
