import { dirname, join } from 'node:path';
import type { Storage } from 'botbuilder';
import type { PersonalData } from '../../bot/memory/personal-data';
import type { UnansweredList } from '../../bot/memory/unanswered';
import type { Config, DatabaseConfig } from '../settings/config';
import { KEPT_KEY } from '../settings/config-variables';
import { type StoredConversationLog, createConversationLog } from '../../storage/chat-log/create-conversation-log';
import { createBotStateStorage } from '../../storage/state/bot-state-storage';
import { createChatAnswers } from '../../storage/chat-log/chat-answers';
import type { Database } from '../../storage/engine/database';
import { claimFolder } from '../../storage/engine/claim-folder';
import { type StoredOutbox, createOutbox } from '../../storage/chat-log/create-outbox';
import { createKeptData } from '../../storage/lists/kept-data';
import { type DatabasePlace, openDatabase } from '../../storage/engine/open-database';
import { type Retention, createRetention } from '../../storage/engine/retention';
import type { StatementWatch } from '../../storage/engine/statement-watch';
import { loadSigningKey } from '../../storage/chat-log/signing-key';
import { type TurnGate, createTurnGate } from '../../storage/turns/turn-gate';
import { createUnansweredList, type UnansweredList as StoredList } from '../../storage/lists/unanswered-list';
import { createContentStore } from '../../storage/content/create-content-store';
import { createFigureStore } from '../../storage/figures/create-figure-store';
import type { FigureStore } from '../../staff/figures/figure';
import { createLearntModels } from '../../storage/content/learnt-models';
import { createSavedQuestions, type SavedQuestions } from '../../storage/content/saved-questions';
import { createCallbackList } from '../../storage/handover/create-callback-list';
import { createStaffPlaces } from '../../storage/handover/create-staff-places';
import { createReception } from '../../storage/handover/create-reception';
import { createTalkStore } from '../../storage/handover/create-talk-store';
import { purgeTalks } from '../../storage/handover/delete-talks';
import { createStaffStore } from '../../storage/staff/create-staff-store';
import type { CallbackList } from '../../handover/callback-list';
import type { Reception } from '../../handover/reception';
import type { StaffPlaces } from '../../handover/staff-places';
import type { TalkStore } from '../../handover/talk-store';
import type { ContentStore } from '../../staff/content/content-store';
import type { LearntModels } from '../../staff/content/learnt-models';
import type { StaffStore } from '../../staff/staff-store';

/** Everything that is kept, over one open database. */
export interface Stores {
  readonly database: Database;
  readonly state: Storage;
  readonly gate: TurnGate;
  readonly unanswered: UnansweredList;
  readonly personalData: PersonalData;
  readonly activities: StoredConversationLog;
  readonly staff: StaffStore;
  readonly outbox: StoredOutbox;
  readonly contents: ContentStore;
  readonly saved: SavedQuestions;
  /** What instances learn for one another; undefined where there is only one. */
  readonly models: LearntModels | undefined;
  /** Counts without anybody's name. */
  readonly figures: FigureStore;
  /** Questions without an answer, for the staff who read them. */
  readonly waiting: Pick<StoredList, 'list' | 'forget'>;
  readonly talks: TalkStore;
  readonly callbacks: CallbackList;
  readonly reception: Reception;
  readonly places: StaffPlaces;
  readonly retention: Retention;
  readonly signingKey: Uint8Array;
  /** Keys that signed before and are still believed. */
  readonly formerKeys: readonly Uint8Array[];
  /** Ends background work and closes the database. */
  close(): Promise<void>;
}

/** The part of the configuration that says what is kept and how long. */
export type StoreSettings = Pick<Config, 'stateDays' | 'unansweredDays' | 'tokenSigningKey' | 'formerSigningKey'>;

/** Where the database of this configuration lies. */
export function databasePlace(config: DatabaseConfig): DatabasePlace {
  switch (config.kind) {
    case 'sqlite':
      return { file: join(config.directory, 'assistant.db') };
    case 'postgres':
      return { url: config.url };
    default:
      return config satisfies never;
  }
}

/** Opens the database and wires what keeps things in it. @throws StorageSetupError in words for the operator. */
export async function openStores(
  place: DatabasePlace,
  { stateDays, unansweredDays, tokenSigningKey, formerSigningKey }: StoreSettings,
  onFailure: (error: unknown) => void,
  watch?: StatementWatch,
): Promise<Stores> {
  const database = await openDatabase(place, watch);
  const leave = 'file' in place ? await claimOrClose(database, dirname(place.file)) : () => undefined;
  const answers = createChatAnswers();
  const list = createUnansweredList({ database, days: unansweredDays });
  const kept = createKeptData({ database });
  const gate = createTurnGate({ database });
  const activities = createConversationLog({ database, conversationDays: stateDays });
  const staff = createStaffStore({ database });
  const forAWhile = {
    purge: async () => {
      await staff.purge();
      await purgeTalks(database, Date.now());
    },
  };
  const retention = createRetention({ database, unanswered: list, answers, staff: forAWhile, onFailure });
  const outbox = createOutbox({ database });
  return {
    database,
    gate,
    activities,
    outbox,
    retention,
    staff,
    talks: createTalkStore({ database, conversationDays: stateDays }),
    callbacks: createCallbackList({ database }),
    reception: createReception({ database }),
    places: createStaffPlaces(database),
    contents: createContentStore({ database }),
    saved: createSavedQuestions(database),
    models: database.kind === 'postgres' ? createLearntModels({ database }) : undefined,
    figures: createFigureStore({ database }),
    waiting: list,
    state: createBotStateStorage({ database, answers, retention: { conversationDays: stateDays } }),
    unanswered: { record: (question) => list.record({ ...question, at: Date.now() }) },
    personalData: {
      erase: async (person) => {
        await kept.deleteByUser(person);
      },
    },
    signingKey: tokenSigningKey === undefined ? await loadSigningKey(database) : Buffer.from(tokenSigningKey),
    formerKeys:
      formerSigningKey === undefined
        ? []
        : [formerSigningKey === KEPT_KEY ? await loadSigningKey(database) : Buffer.from(formerSigningKey)],
    async close() {
      await retention.stop();
      gate.close();
      activities.close();
      outbox.stop();
      await database.close();
      leave();
    },
  };
}

async function claimOrClose(database: Database, folder: string): Promise<() => void> {
  try {
    return claimFolder(folder);
  } catch (error) {
    await database.close();
    throw error;
  }
}
