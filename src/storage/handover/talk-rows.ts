import type { Kysely, Selectable } from 'kysely';

import { readEnding } from '../../handover/ending';
import type { Author, PatientPlace, Talk, TalkMessage } from '../../handover/talk';
import { hashKey } from '../engine/hash-key';
import { readStoredJson } from '../engine/read-stored-json';
import type { Tables } from '../engine/tables';
import type { TalkMessagesTable, TalksTable } from './handover-tables';

/** Names a patient without telling who it is: what is kept under it goes when they ask for it. */
export const personKey = ({ channelId, userId }: Pick<PatientPlace, 'channelId' | 'userId'>): string =>
  hashKey('patient', channelId, userId);

export const conversationKey = ({ channelId, conversationId }: PatientPlace): string =>
  hashKey('talk', channelId, conversationId);

const NOWHERE: PatientPlace = { channelId: '', conversationId: '', userId: '' };

/** A talk as it is kept. */
export const readTalk = (row: Selectable<TalksTable>): Talk => ({
  id: row.id,
  place: row.place === '' ? NOWHERE : (readStoredJson(row.place) as PatientPlace),
  state: row.state,
  topic: row.topic ?? undefined,
  owner:
    row.owner_id === null
      ? undefined
      : { id: row.owner_id, name: row.owner_name ?? '', ...(row.thread !== null && { thread: row.thread }) },
  urgent: row.urgent === 1,
  requestedAt: row.requested_at,
  takenAt: row.taken_at ?? undefined,
  answeredAt: row.answered_at ?? undefined,
  patientAt: row.patient_at,
  staffAt: row.staff_at ?? undefined,
  told: row.told === 'silence' || row.told === 'still-waiting' ? row.told : undefined,
  endedAt: row.ended_at ?? undefined,
  ending: readEnding(row.ending),
});

/** A message as it is kept. */
export const readMessage = ({ number, author, name, body, at }: Selectable<TalkMessagesTable>): TalkMessage => ({
  number,
  author: author as Author,
  name,
  text: readStoredJson(body) as string,
  at,
});

/** Messages of the site's own chat that go along with a request. */
const HISTORY = 10;

/**
 * The last messages of a conversation of the site's own chat, in order: without the answers of a check and its outcome,
 * and without what is being answered now.
 */
export const readHistory = async (
  query: Kysely<Tables>,
  conversationId: string,
): Promise<readonly { readonly author: Author; readonly text: string; readonly at: number }[]> => {
  const rows = await query
    .selectFrom('activities')
    .innerJoin('conversations', 'conversations.id', 'activities.conversation_id')
    .select(['activities.body', 'activities.from_user'])
    .where('activities.conversation_id', '=', conversationId)
    .where('activities.expires_at', 'is', null)
    .where('activities.pending', '=', 0)
    .where((where) =>
      where.or([
        where('conversations.answers_after', 'is', null),
        where('activities.sequence', '<=', where.ref('conversations.answers_after')),
      ]),
    )
    .orderBy('activities.sequence', 'desc')
    .limit(2 * HISTORY)
    .execute();
  return rows
    .flatMap(({ body, from_user: fromUser }) => {
      const { type, text, timestamp } = readStoredJson(body) as Readonly<Record<string, unknown>>;
      if (type !== 'message' || typeof text !== 'string' || text === '') return [];
      const at = typeof timestamp === 'string' ? Date.parse(timestamp) : 0;
      return [{ author: fromUser === 1 ? ('patient' as const) : ('assistant' as const), text, at }];
    })
    .slice(0, HISTORY)
    .reverse();
};
