import { type TurnContext, TurnContext as Context } from 'botbuilder';
import type { PatientPlace } from '../../handover/talk';
import { wholeConversationId } from '../understand/thread';

/**
 * Where the patient of this turn can be reached later.
 *
 * @param isOwnChat whether the channel is the site's own chat, which needs no address; Azure's Direct Line has the same name
 */
export function patientPlace({ activity }: TurnContext, isOwnChat: boolean): PatientPlace {
  const { channelId, from } = activity;
  const place = { channelId, conversationId: wholeConversationId(activity), userId: from.id };
  if (isOwnChat && !isElsewhere(activity.serviceUrl)) return place;
  const { bot, user, conversation: full, serviceUrl, locale } = Context.getConversationReference(activity);
  return { ...place, reference: { bot, user, conversation: full, serviceUrl, locale } };
}

/** The site's own chat has no address in a network. */
const isElsewhere = (serviceUrl: string): boolean => /^https?:/.test(serviceUrl);
