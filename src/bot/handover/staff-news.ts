import type { Talk, TalkMessage } from '../../handover/talk';

/** What the staff are told of a talk where they do not have the console before them. */
export type StaffNews =
  | { readonly kind: 'requested'; readonly before: readonly Pick<TalkMessage, 'author' | 'text'>[] }
  | { readonly kind: 'written'; readonly text: string; readonly isUrgent: boolean }
  | { readonly kind: 'taken'; readonly by: string }
  | { readonly kind: 'freed' }
  | { readonly kind: 'left' };

/** Tells the staff elsewhere, within a turn of the patient's conversation: it is stored with it, and sent after it. */
export type TellStaff = (talk: Pick<Talk, 'id' | 'topic' | 'owner'>, news: StaffNews) => Promise<void>;
