import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { openClient, type RealClient } from '../helpers/direct-line-client';
import { createDataDirectory, type RunningServer, startServer } from '../helpers/start-server';
import { firstLink, join, type StaffClient } from '../channels/staff/staff-client';

/** A clinic that never closes, with its people at the console. */
export interface OpenClinic {
  readonly server: RunningServer;
  /** The first administrator, who answers patients too. */
  readonly sara: StaffClient;
  /** A colleague who joins with these roles. */
  invite(name: string, roles: readonly string[]): Promise<StaffClient>;
  /** A patient in the site's chat, welcomed already. */
  patient(): Promise<RealClient>;
  close(): Promise<void>;
}

/** The knowledge of this project, with hours of its own: every day, from midnight to midnight; or never. */
export function knowledgeWithHours(hours: 'always' | 'never'): string {
  const folder = joinPath(createDataDirectory(), 'knowledge');
  cpSync(joinPath(__dirname, '../../knowledge'), folder, { recursive: true });
  const file = joinPath(folder, 'clinic.yaml');
  const shifts = hours === 'always' ? "['00:00-00:00']" : '[]';
  const text = readFileSync(file, 'utf8').replace(/(day: )\[.*\]/g, `$1${shifts}`);
  writeFileSync(file, text);
  return folder;
}

/** Starts the program and lets the first administrator in. */
export async function openClinic(variables: Readonly<Record<string, string>> = {}): Promise<OpenClinic> {
  const server = await startServer({ KNOWLEDGE_DIR: knowledgeWithHours('always'), ...variables });
  const sara = await join(server.url, firstLink(server.output()), { name: 'سارة', login: 'sara' });
  const clients: RealClient[] = [];
  return {
    server,
    sara,
    async invite(name, roles) {
      await sara.get('/staff/people');
      const { text } = await sara.post('/staff/people/invite', { role: roles });
      return join(server.url, firstLink(text), { name, login: name });
    },
    async patient() {
      const response = await fetch(`${server.url}/api/chat/token`, { method: 'POST' });
      const client = openClient((await response.json()) as Parameters<typeof openClient>[0]);
      clients.push(client);
      await client.messages(1);
      return client;
    },
    async close() {
      clients.forEach((client) => client.end());
      await server.stop();
    },
  };
}

/** The paths of the talks in a part of the list. */
export async function talksIn(staff: StaffClient, group: 'waiting' | 'mine' | 'others' | 'ended'): Promise<string[]> {
  const { text } = await staff.get('/staff/inbox');
  const part = text.split(`data-group="${group}"`)[1]?.split('</ul>')[0] ?? '';
  return [...part.matchAll(/href="(\/staff\/inbox\/talks\/[\w-]+)"/g)].map(([, path = '']) => path);
}

/** Says something and gives what came back, once so many messages have. */
export async function hear(patient: RealClient, text: string, replies: number): Promise<string[]> {
  const before = patient.texts().length;
  await patient.say(text);
  return (await patient.messages(before + 1 + replies)).slice(before).filter((said) => said !== text);
}
