import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { backUp } from '../../src/storage/backup/back-up';
import { createConversationLog } from '../../src/storage/chat-log/create-conversation-log';
import { openDatabase } from '../../src/storage/engine/open-database';
import { mountDisk } from '../helpers/own-disk';
import { createDataDirectory } from '../helpers/start-server';

jest.setTimeout(60_000);

const ROOT = join(__dirname, '../..');
/** Less room than any database takes. */
const { folder: DISK, isMounted, unmount } = mountDisk('64k');
afterAll(unmount);

const backup = async (): Promise<string> => {
  const folder = createDataDirectory();
  const database = await openDatabase({ file: join(folder, 'assistant.db') });
  await createConversationLog({ database }).create({ id: 'c1', userId: 'u' });
  const file = join(folder, 'a.db.gz');
  await backUp(database, { file, keys: true });
  await database.close();
  return file;
};

const restoreInto = (file: string, variables: Readonly<Record<string, string>>) =>
  spawnSync(process.execPath, [join(ROOT, 'dist/cli/restore.js'), file], {
    cwd: createDataDirectory(),
    env: { PATH: process.env['PATH'], ...variables },
    encoding: 'utf8',
  });

(isMounted ? test : test.skip)('a backup that does not fit is refused in words, and nothing of it stays', async () => {
  const file = await backup();
  const data = join(DISK, 'data');
  const { status, stderr } = restoreInto(file, { DATA_DIR: data });
  expect(status).toBe(1);
  expect(stderr).toContain(`does not fit into ${data}`);
  expect(readdirSync(data)).not.toContain('assistant.db');
  expect(readdirSync(data).filter((name) => name.includes('.part'))).toEqual([]);
});

(isMounted ? test : test.skip)('nor where it is unpacked: the disk is named, not the backup blamed', async () => {
  const file = await backup();
  const work = join(DISK, 'work');
  mkdirSync(work);
  const { status, stderr } = restoreInto(file, { DATA_DIR: join(createDataDirectory(), 'data'), TMPDIR: work });
  expect(status).toBe(1);
  expect(stderr).toContain(`does not fit into ${work}`);
  expect(readdirSync(work)).toEqual([]);
});
