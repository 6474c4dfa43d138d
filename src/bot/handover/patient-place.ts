import { type TurnContext, TurnContext as Context } from 'botbuilder';
import type { PatientPlace } from '../../handover/talk';

/**
 * Where the patient of this turn can be reached later.
 *
 * @param isOwnChat whether this is the site's own chat, which needs no address
 */
export function patientPlace({ activity }: TurnContext, isOwnChat: boolean): PatientPlace {
  const { channelId, conversation, from } = activity;
  const place = { channelId, conversationId: conversation.id, userId: from.id };
  if (isOwnChat) return place;
  const { bot, user, conversation: full, serviceUrl, locale } = Context.getConversationReference(activity);
  return { ...place, reference: { bot, user, conversation: full, serviceUrl, locale } };
}
