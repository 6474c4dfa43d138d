import type { Generated } from 'kysely';

import type {
  ContentChangesTable,
  ContentDraftsTable,
  ContentRevisionsTable,
  LearntModelsTable,
  SavedQuestionsTable,
} from '../content/content-tables';
import type {
  CallbacksTable,
  ReceptionTable,
  StaffPlacesTable,
  TalkMessagesTable,
  TalksTable,
} from '../handover/handover-tables';
import type { FiguresTable } from '../figures/figures-table';
import type {
  StaffAccountsTable,
  StaffAuditTable,
  StaffInvitationsTable,
  StaffMembersTable,
  StaffPasskeysTable,
  StaffSessionsTable,
} from '../staff/staff-tables';

/** Times are milliseconds since 1970; flags are 0 or 1, because SQLite has no boolean. */
export interface Tables {
  readonly schema_version: SchemaVersionTable;
  readonly settings: SettingsTable;
  readonly bot_state: BotStateTable;
  readonly handled_activities: HandledActivitiesTable;
  readonly turns: TurnsTable;
  readonly conversations: ConversationsTable;
  readonly activities: ActivitiesTable;
  readonly unanswered: UnansweredTable;
  readonly content_revisions: ContentRevisionsTable;
  readonly content_changes: ContentChangesTable;
  readonly content_drafts: ContentDraftsTable;
  readonly saved_questions: SavedQuestionsTable;
  readonly learnt_models: LearntModelsTable;
  readonly figures: FiguresTable;
  readonly staff_members: StaffMembersTable;
  readonly staff_sessions: StaffSessionsTable;
  readonly staff_invitations: StaffInvitationsTable;
  readonly staff_accounts: StaffAccountsTable;
  readonly staff_passkeys: StaffPasskeysTable;
  readonly staff_audit: StaffAuditTable;
  readonly unanswered_askers: UnansweredAskersTable;
  readonly letters: LettersTable;
  readonly talks: TalksTable;
  readonly talk_messages: TalkMessagesTable;
  readonly callbacks: CallbacksTable;
  readonly reception: ReceptionTable;
  readonly staff_places: StaffPlacesTable;
}

/** One row: the number of the last migration that ran. */
interface SchemaVersionTable {
  version: number;
}

/** What instances share and a restart keeps, such as the signing key. */
interface SettingsTable {
  name: string;
  value: string;
}

/** What botbuilder's `Storage` keeps. */
interface BotStateTable {
  key: string;
  /** JSON, without the eTag. */
  value: string;
  etag: string;
  /** 1 while the value holds answers of a running eligibility check. */
  answers: number;
  expires_at: number;
}

/** Activities whose turn is over, so that a second delivery is not answered again. */
interface HandledActivitiesTable {
  /** Hash of conversation and activity id. */
  id: string;
  expires_at: number;
}

/** Places in the queue of a conversation (PostgreSQL only: within one process the queue is in memory). */
interface TurnsTable {
  ticket: Generated<number>;
  /** Hash of the conversation. */
  conversation: string;
  /** The instance that holds the place. */
  holder: string;
  /** By the clock of the database; a place not renewed until then is free. */
  lease_until: number;
}

/** Conversations of the self-hosted Direct Line. */
interface ConversationsTable {
  id: string;
  user_id: string;
  locale: string | null;
  created_at: number;
  expires_at: number;
  last_sequence: number;
  /** Timestamp of the last activity; the next one is later, whatever the clock does. */
  last_at: number;
  /** While a check runs: activities after this sequence hold its answers. */
  answers_after: number | null;
}

/** Activities of the self-hosted Direct Line, in order. */
interface ActivitiesTable {
  number: Generated<number>;
  conversation_id: string;
  sequence: number;
  id: string;
  /** JSON. */
  body: string;
  /** 1 for what the person said. */
  from_user: number;
  /** Set on what must go before the conversation does. */
  expires_at: number | null;
  /** 1 until the turn of this activity is over. */
  pending: number;
  /** The instance that answers it. */
  claimed_by: string | null;
  /** By the clock of the database. */
  claim_until: number | null;
  attempts: number;
}

/** Questions without an answer, already scrubbed, counted by day. */
interface UnansweredTable {
  /** Days since 1970-01-01 UTC. */
  day: number;
  /** Hash of kind and text. */
  hash: string;
  kind: string;
  text: string;
  times: number;
  last_at: number;
}

/** The link between a person and the questions without an answer that came from them. It dies with a deletion, or with the question. */
interface UnansweredAskersTable {
  /** Hash of channel and person. */
  asker: string;
  day: number;
  hash: string;
  times: number;
}

/** What was said through Bot Framework channels and is not known to have arrived, and the arrival of questions. */
interface LettersTable {
  id: string;
  /** Hash of the conversation. */
  conversation: string;
  /** JSON; empty once it has arrived or is lost. */
  body: string;
  /** `past`: arrived or lost, and something was said after it. */
  state: 'waiting' | 'arrived' | 'lost' | 'past';
  /** JSON: the channel's ids of what it asks. */
  message_ids: string;
  created_at: number;
  expires_at: number;
  /** The instance that sends it. */
  claimed_by: string;
  /** By the clock of the database. */
  claim_until: number;
}
