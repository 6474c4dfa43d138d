import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { DirectLine } from '../channels/direct-line/create-direct-line';
import type { BackupConfig } from './settings/config';
import type { TalkState } from '../handover/talk';
import type { LiveContent } from './content/live-content';
import type { Stores } from './stores/open-stores';
import type { Metrics } from '../server/metrics';
import { readNewestBackup } from '../storage/backup/backup-files';
import { MATCHER_FILE } from '../storage/learnt/load-matcher';
import { createQueueSizes } from '../storage/engine/queue-sizes';
import type { ContentFiles } from './content/create-reload';

/** What is looked at whenever the metrics are read. */
export interface Gauged {
  readonly metrics: Pick<Metrics, 'gauge'>;
  readonly live: Pick<LiveContent<unknown>, 'current'>;
  readonly files: Pick<ContentFiles, 'faults'>;
  readonly stores: Pick<Stores, 'talks' | 'database'>;
  readonly chat: Pick<DirectLine, 'room' | 'streams'>;
  readonly backups: BackupConfig;
  /** Folders in which what was learnt is kept. */
  readonly learning: readonly string[];
}

/** Mounts the figures of how things stand now. */
export function mountGauges({ metrics, live, files, stores, chat, backups, learning }: Gauged): void {
  const queues = createQueueSizes(stores.database);
  const countTalks = async (state: TalkState): Promise<number> =>
    (await stores.talks.open()).filter((talk) => talk.state === state).length;
  const now = (read: () => number) => (): Promise<number> => Promise.resolve().then(read);
  const { gauge } = metrics;
  gauge(
    'prp_content_revision',
    'Revision of the content that is live',
    now(() => live.current().revision),
  );
  gauge(
    'prp_content_faults',
    'Faults of the content files; with any, older content is live',
    now(() => files.faults().length),
  );
  gauge(
    'prp_model_age_seconds',
    'Time since what answers was learnt from the content',
    now(() => ageOf(learning)),
  );
  gauge('prp_chat_room', 'Conversations of the chat that can still be begun', () => chat.room());
  gauge(
    'prp_chat_streams',
    'Open streams of the chat',
    now(() => chat.streams),
  );
  gauge('prp_messages_waiting', 'Messages of the chat that wait for their answer', () => queues.messages());
  gauge('prp_letters_waiting', 'Replies that no channel has taken yet', () => queues.letters());
  gauge('prp_talks_waiting', 'Patients who wait for a person', () => countTalks('waiting'));
  gauge('prp_talks_taken', 'Talks of patients with a person', () => countTalks('taken'));
  gauge(
    'prp_backup_age_seconds',
    'Time since the newest backup',
    now(() => backupAge(backups.directory)),
  );
}

/** Seconds since the matcher in use was written; throws where it is kept nowhere. */
function ageOf(folders: readonly string[]): number {
  const times = folders.flatMap(
    (folder) => statSync(join(folder, MATCHER_FILE), { throwIfNoEntry: false })?.mtimeMs ?? [],
  );
  const [first] = times;
  if (first === undefined) throw new Error('nothing learnt is kept');
  return (Date.now() - first) / 1000;
}

function backupAge(directory: string): number {
  const newest = readNewestBackup(directory);
  if (newest === undefined) throw new Error('there is no backup');
  return (Date.now() - newest) / 1000;
}
