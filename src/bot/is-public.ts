import type { Activity } from 'botbuilder';

/** Kinds of conversation that have two members; an empty kind says nothing. */
const ALONE: readonly string[] = ['', 'personal'];

/**
 * Whether others read along: a group chat, a channel, a meeting. Channels say it in one of two properties; where they
 * contradict each other, or name a kind nobody knows, the person is not taken to be alone.
 */
export function isPublic({ conversation }: Pick<Activity, 'conversation'>): boolean {
  const { conversationType, isGroup } = conversation as Partial<Activity['conversation']>;
  return isGroup === true || !ALONE.includes((conversationType ?? '').toLowerCase());
}
