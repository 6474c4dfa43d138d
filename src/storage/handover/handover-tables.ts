import type { Generated } from 'kysely';

/** Talks of patients with a person. What was written in them is deleted when they end. */
export interface TalksTable {
  id: string;
  /** Hash of channel and conversation. */
  conversation: string;
  /** Hash of channel and person. */
  person: string;
  /** JSON: how the patient is reached; empty once it has ended. */
  place: string;
  topic: string | null;
  state: 'waiting' | 'taken' | 'ended';
  owner_id: string | null;
  owner_name: string | null;
  urgent: number;
  requested_at: number;
  taken_at: number | null;
  answered_at: number | null;
  patient_at: number;
  staff_at: number | null;
  told: string | null;
  ended_at: number | null;
  ending: string | null;
  expires_at: number;
  /** The conversation where a place of the staff has it. */
  thread: string | null;
}

/** What was written in a talk that has not ended. */
export interface TalkMessagesTable {
  number: Generated<number>;
  talk: string;
  /** Names it within its talk. */
  key: string;
  author: string;
  name: string;
  /** JSON. */
  body: string;
  at: number;
}

/** Patients who want to be called. */
export interface CallbacksTable {
  id: string;
  /** Hash of channel and person. */
  person: string;
  /** JSON: name, number, time. */
  body: string;
  topic: string | null;
  asked_at: number;
  expires_at: number;
}

/** Who of the staff takes talks. */
export interface ReceptionTable {
  member_id: string;
  name: string;
  /** 1 while they do. */
  is_on: number;
  seen_at: number;
}

/** Chats and channels that get talks. */
export interface StaffPlacesTable {
  id: string;
  channel_id: string;
  name: string;
  /** JSON. */
  reference: string;
  /** 1 once an administrator has let it in. */
  is_open: number;
  asked_by: string;
}
