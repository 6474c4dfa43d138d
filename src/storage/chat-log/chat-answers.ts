import type { AnswersWatch } from './answers-watch';
import type { Write } from '../engine/write';

const MINUTE_MS = 60_000;

interface Dependencies {
  /** Minutes the end of a check stays in the chat: its outcome names answers. Default 30, as for the check itself. */
  readonly outcomeMinutes?: number;
  readonly now?: () => number;
}

/** The sequence of the last thing the person said, or 0. */
const readLastFromUser = async (write: Write, conversationId: string): Promise<number> => {
  const row = await write
    .selectFrom('activities')
    .select(({ fn }) => fn.max('sequence').as('last'))
    .where('conversation_id', '=', conversationId)
    .where('from_user', '=', 1)
    .executeTakeFirst();
  return row?.last ?? 0;
};

/**
 * Keeps the answers of a check out of the stored chat. While it runs the log holds them, so that a reload shows them;
 * when it ends they are deleted. What ended it, the person's last message and the outcome, stays a while: a phone that
 * was offline at that moment must still get it.
 */
export const createChatAnswers = ({ outcomeMinutes = 30, now = Date.now }: Dependencies = {}): AnswersWatch => {
  const deleteAnswers = async (write: Write, conversationId: string, after: number, before?: number): Promise<void> => {
    await write
      .deleteFrom('activities')
      .where('conversation_id', '=', conversationId)
      .where('sequence', '>', after)
      .where('pending', '=', 0)
      .$if(before !== undefined, (query) => query.where('sequence', '<', before ?? 0))
      .execute();
  };
  const expireRest = async (write: Write, conversationId: string, after: number): Promise<void> => {
    await write
      .updateTable('activities')
      .set({ expires_at: now() + outcomeMinutes * MINUTE_MS })
      .where('conversation_id', '=', conversationId)
      .where('sequence', '>', after)
      .execute();
  };

  return {
    began: async (write, conversationId) => {
      await write
        .updateTable('conversations')
        .set((column) => ({ answers_after: column.ref('last_sequence') }))
        .where('id', '=', conversationId)
        .where('answers_after', 'is', null)
        .execute();
    },
    ended: async (write, conversationId, how) => {
      const row = await write
        .selectFrom('conversations')
        .select('answers_after')
        .where('id', '=', conversationId)
        .executeTakeFirst();
      const after = row?.answers_after ?? undefined;
      if (after === undefined) return;
      const before = how === 'idle' ? undefined : await readLastFromUser(write, conversationId);
      await deleteAnswers(write, conversationId, after, before);
      await expireRest(write, conversationId, after);
      await write.updateTable('conversations').set({ answers_after: null }).where('id', '=', conversationId).execute();
    },
  };
};
