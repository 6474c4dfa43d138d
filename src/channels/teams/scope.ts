import type { Activity } from 'botbuilder';

/** Whether others read along: everything in Teams that is not a conversation of two (group chat, channel, meeting). */
export function isShared({ conversation }: Pick<Activity, 'conversation'>): boolean {
  const { conversationType, isGroup } = conversation as Partial<Activity['conversation']>;
  return conversationType === undefined ? isGroup === true : conversationType !== 'personal';
}
