import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { isPublic } from './is-public';

const THREAD = /;messageid=([^/;]*)/i;

const threaded = z.object({ thread: z.object({ id: z.coerce.string() }) });

/** A conversation id, or what is made of one, without the thread that Teams writes behind it. */
export function withoutThread(id: string): string {
  return id.replace(THREAD, '');
}

/** The id under which a conversation is known: a thread within a chat of two is the same talk of the same two. */
export function wholeConversationId(activity: Activity): string {
  return isPublic(activity) ? activity.conversation.id : withoutThread(activity.conversation.id);
}

/**
 * The message whose thread this one was written in, in a chat of two; undefined outside a thread, for the message that
 * begins one, and where others read along: there each thread is a conversation of its own.
 */
export function readThread(activity: Activity): string | undefined {
  if (isPublic(activity)) return undefined;
  const named = THREAD.exec(activity.conversation.id)?.[1] ?? threaded.safeParse(activity.channelData).data?.thread.id;
  return named === '' || named === activity.id ? undefined : named;
}
