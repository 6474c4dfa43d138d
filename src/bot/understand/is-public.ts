import type { Activity } from 'botbuilder';
import { z } from 'zod';

/** Kinds of conversation that have two members; an empty kind says nothing. */
const ALONE: readonly string[] = ['', 'personal'];

/** How Teams begins the ids of chats of several people, of channels and of meetings. */
const TEAMS_GROUP = /^19:/;

/** What Teams tells of where a message was written, beside the conversation. */
const amongOthers = z.union([z.object({ team: z.looseObject({}) }), z.object({ meeting: z.looseObject({}) })]);

/**
 * Whether others read along: a group chat, a channel, a meeting. Channels say it in one of two properties; where they
 * contradict each other, or name a kind nobody knows, the person is not taken to be alone. Where neither is there, Teams
 * tells it in the id and beside the conversation.
 */
export function isPublic({
  conversation,
  channelId,
  channelData,
}: Pick<Activity, 'conversation'> & Partial<Activity>): boolean {
  const { conversationType = '', isGroup, id } = conversation as Partial<Activity['conversation']>;
  if (isGroup === true || !ALONE.includes(conversationType.toLowerCase())) return true;
  if (conversationType !== '' || channelId !== 'msteams') return false;
  return TEAMS_GROUP.test(id ?? '') || amongOthers.safeParse(channelData).success;
}
