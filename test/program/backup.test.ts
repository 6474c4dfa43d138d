import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createDataDirectory, type RunningServer, startServer } from '../helpers/start-server';

jest.setTimeout(180_000);

const ROOT = join(__dirname, '../..');
const running: RunningServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop('SIGKILL')));
});
const start = async (variables: Readonly<Record<string, string>>): Promise<RunningServer> => {
  const server = await startServer(variables);
  running.push(server);
  return server;
};
const runCommand = (name: string, words: readonly string[], variables: Readonly<Record<string, string>>): string =>
  execFileSync(process.execPath, [join(ROOT, 'dist/cli', `${name}.js`), ...words], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], ...variables },
    encoding: 'utf8',
  });

interface Chat {
  readonly token: string;
  readonly conversationId: string;
}
const post = async (url: string, token: string | undefined, body: unknown): Promise<Record<string, unknown>> => {
  const headers = {
    'Content-Type': 'application/json',
    ...(token !== undefined && { Authorization: `Bearer ${token}` }),
  };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await response.json()) as Record<string, unknown>;
};
const openChat = async ({ url }: RunningServer): Promise<Chat> => {
  const { token } = await post(`${url}/v3/directline/tokens/generate`, undefined, {});
  return (await post(`${url}/v3/directline/conversations`, String(token), {})) as unknown as Chat;
};
/** Says it and gives the bot's last words. */
const say = async ({ url }: RunningServer, { token, conversationId }: Chat, text: string): Promise<string> => {
  const path = `${url}/v3/directline/conversations/${conversationId}/activities`;
  const { id } = await post(path, token, { type: 'message', text, from: { id: 'me' } });
  for (;;) {
    const response = await fetch(path, { headers: { Authorization: `Bearer ${token}` } });
    const { activities } = (await response.json()) as {
      readonly activities: readonly { readonly replyToId?: string; readonly text?: string }[];
    };
    const reply = activities.filter(({ replyToId }) => replyToId === id).at(-1);
    if (reply !== undefined) return reply.text ?? '';
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

test('a check that is open when the server is killed goes on after a backup is restored elsewhere', async () => {
  const here = join(createDataDirectory(), 'data');
  const there = join(createDataDirectory(), 'data');
  const first = await start({ DATA_DIR: here });
  const chat = await openChat(first);
  await say(first, chat, 'فحص الأهلية');
  const asked = await say(first, chat, 'موافق');
  const made = runCommand('backup', [], { DATA_DIR: here });
  const file = /^(.*\.db\.gz) \(/m.exec(made)?.[1] ?? '';
  await first.stop('SIGKILL');
  expect(runCommand('restore', [file], { DATA_DIR: there })).toContain('Restored');
  const second = await start({ DATA_DIR: there });
  const again = await say(second, chat, 'لماذا تسألون؟');
  // The question that was open is asked again.
  expect(again.split('\n').at(-1)).toBe(asked.split('\n').at(-1));
  expect(asked).toContain('؟');
});

test('the server makes a backup by itself when one is due', async () => {
  const data = join(createDataDirectory(), 'data');
  const server = await start({ DATA_DIR: data, BACKUP_HOURS: '24' });
  const list = (): readonly string[] => {
    try {
      return readdirSync(join(data, 'backups')).filter((name) => name.endsWith('.db.gz'));
    } catch {
      return [];
    }
  };
  for (let i = 0; i < 300 && list().length === 0; i += 1) await new Promise((resolve) => setTimeout(resolve, 100));
  expect(list()).toHaveLength(1);
  expect(await server.stop()).toBe(0);
});
