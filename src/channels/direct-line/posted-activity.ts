import { z } from 'zod';

const ID_CHARACTERS = 200;
const LOCALE_CHARACTERS = 35;
const NAME_CHARACTERS = 100;
const STAMP_CHARACTERS = 64;

const json = z.record(z.string(), z.unknown());

/**
 * What a client may say. Everything else it sends (from, conversation, recipient, channelId, serviceUrl, id, timestamp,
 * deliveryMode, callerId …) is left out: the server sets what the bot may trust.
 */
const said = {
  channelData: json.optional(),
  locale: z.string().max(LOCALE_CHARACTERS).optional(),
  localTimestamp: z.string().max(STAMP_CHARACTERS).optional(),
  localTimezone: z.string().max(STAMP_CHARACTERS).optional(),
  entities: z.array(json).max(20).optional(),
  value: z.unknown().optional(),
};

const postedActivity = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('message'),
    text: z.string().optional(),
    textFormat: z.enum(['plain', 'markdown', 'xml']).optional(),
    attachments: z.array(z.unknown()).optional(),
    ...said,
  }),
  z.object({ type: z.literal('event'), name: z.string().max(NAME_CHARACTERS), ...said }),
  z.object({ type: z.literal('typing'), ...said }),
]);

/** What a client said, without anything it has no say in. */
export type PostedActivity = z.infer<typeof postedActivity>;

/** A posted body, read. */
export type PostedReading =
  | { readonly kind: 'accepted'; readonly activity: PostedActivity; readonly clientActivityId: string | undefined }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'has-files' };

/** Limits on one activity; see LimitSettings. */
interface Bounds {
  readonly messageCharacters: number;
  readonly activityBytes: number;
}

/** Reads the body of `POST …/activities`. */
export function readPostedActivity(body: unknown, { messageCharacters, activityBytes }: Bounds): PostedReading {
  const { success, data } = postedActivity.safeParse(body);
  if (!success) return { kind: 'malformed' };
  if (data.type === 'message') {
    if ((data.attachments ?? []).length > 0) return { kind: 'has-files' };
    if (countCharacters(data.text ?? '') > messageCharacters) return { kind: 'too-long' };
  }
  if (Buffer.byteLength(JSON.stringify(data)) > activityBytes) return { kind: 'too-long' };
  return { kind: 'accepted', activity: data, clientActivityId: readClientActivityId(data.channelData) };
}

const countCharacters = (text: string): number => Array.from(text).length;

/** Clients spell it `clientActivityID`; a second post with the same one is the same message sent again. */
function readClientActivityId(channelData: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const id = channelData?.['clientActivityID'] ?? channelData?.['clientActivityId'];
  return typeof id === 'string' && id !== '' && id.length <= ID_CHARACTERS ? id : undefined;
}
