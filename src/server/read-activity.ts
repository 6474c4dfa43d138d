import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { readJson } from '../text/read-json';

/** Longest identifier a channel is known to send is about 300 characters (a Teams channel thread). */
const id = z.string().min(1).max(1024);
const account = z.looseObject({ id: z.string().max(1024).nullish(), name: z.string().max(1024).nullish() });
const date = z
  .string()
  .max(64)
  .refine((text) => !Number.isNaN(Date.parse(text)))
  .nullish();

/**
 * What Bot Framework clients send, no stricter than the code behind needs: the type of every field that the bot and
 * the framework read without looking. Unknown fields pass.
 */
const activitySchema = z.looseObject({
  type: z.string().min(1).max(256),
  id: z.string().max(1024).nullish(),
  channelId: id,
  serviceUrl: z.string().max(2048).nullish(),
  conversation: z.looseObject({ id, tenantId: z.string().nullish(), isGroup: z.boolean().nullish().catch(true) }),
  from: account.nullish(),
  recipient: account.nullish(),
  text: z.string().nullish(),
  locale: z.string().max(64).nullish(),
  name: z.string().max(1024).nullish(),
  deliveryMode: z.string().max(64).nullish(),
  replyToId: z.string().max(1024).nullish(),
  timestamp: date,
  localTimestamp: date,
  expiration: date,
  attachments: z.array(z.looseObject({ contentType: z.string().nullish() })).nullish(),
  entities: z.array(z.looseObject({ type: z.string().nullish() })).nullish(),
  membersAdded: z.array(account).nullish(),
  membersRemoved: z.array(account).nullish(),
  reactionsAdded: z.array(z.looseObject({})).nullish(),
  reactionsRemoved: z.array(z.looseObject({})).nullish(),
  channelData: z.unknown().optional(),
  value: z.unknown().optional(),
});

/** A patient's own words or press: these need somebody to answer. */
const isFromSomebody = (type: string): boolean => type === 'message' || type === 'invoke';

/**
 * Reads an activity out of a JSON body; undefined where it is none. Fields sent as null, and a blank id, are left out and
 * dates become Date objects, as the framework expects; what code behind reads without looking is there. A value that some
 * channels write as JSON text is what it stands for, and a group that is neither true nor false is one.
 */
export function readActivity(body: unknown): Activity | undefined {
  const result = activitySchema.safeParse(body);
  if (!result.success) return undefined;
  const activity = Object.fromEntries(Object.entries(result.data).filter(([, value]) => value !== null));
  if (result.data.id?.trim() === '') delete activity['id'];
  const { recipient } = result.data;
  activity['recipient'] = { ...recipient, id: recipient?.id ?? '', name: recipient?.name ?? '' };
  if (typeof activity['value'] === 'string') activity['value'] = readObject(activity['value']) ?? activity['value'];
  if (isFromSomebody(result.data.type) && !result.data.from?.id) return undefined;
  for (const name of ['timestamp', 'localTimestamp', 'expiration'] as const) {
    const text = result.data[name];
    if (typeof text === 'string') activity[name] = new Date(text);
  }
  return activity as unknown as Activity;
}

function readObject(text: string): object | undefined {
  const value = text.trimStart().startsWith('{') ? readJson(text) : undefined;
  return typeof value === 'object' && value !== null ? value : undefined;
}
