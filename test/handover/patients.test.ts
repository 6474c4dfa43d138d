import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Connector, type Conversation, converse, startConnector, type WireActivity } from '../helpers/connector';
import { createDataDirectory } from '../helpers/start-server';
import { openClinic, type OpenClinic, talksIn } from './open-clinic';

jest.setTimeout(120_000);

const DATA_DIR = join(createDataDirectory(), 'data');
const EMERGENCY = 'ما اشوف بعيني اليمين من بعد الابره';

let clinic: OpenClinic;
let connector: Connector;
beforeAll(async () => {
  // Azure's Direct Line, whose conversations are Azure's.
  const variables = { DATA_DIR, DIRECT_LINE_SECRET: 'a-secret-of-Azure-for-tests' };
  [clinic, connector] = await Promise.all([openClinic(variables), startConnector()]);
  await clinic.sara.get('/staff/inbox');
  await clinic.sara.post('/staff/inbox/available', { on: 'yes' });
}, 240_000);
afterAll(async () => {
  await clinic.close();
  await connector.close();
});

interface Card {
  readonly fallbackText?: string;
  readonly body?: readonly { readonly text?: string; readonly actions?: readonly { readonly url?: string }[] }[];
}
const cardOf = ({ attachments }: WireActivity): Card => (attachments?.[0]?.content ?? {}) as Card;
const textOf = (activity: WireActivity): string =>
  (activity.text ?? cardOf(activity).fallbackText ?? '').replace(/[\u200f\u2066\u2069]/g, '');

/** Does something; gives everything that came from the clinic because of it, typing included. */
async function after(act: () => Promise<unknown>, messages: number): Promise<readonly WireActivity[]> {
  const seen = connector.received.length;
  const before = connector.received.filter(({ type }) => type === 'message').length;
  await act();
  await connector.messages(before + messages);
  return connector.received.slice(seen);
}

/** Everything kept on disk. */
const kept = (): string =>
  readdirSync(DATA_DIR)
    .filter((name) => name.startsWith('assistant.db'))
    .map((name) => readFileSync(join(DATA_DIR, name), 'utf8'))
    .join();

const CHANNELS: readonly [string, WireActivity][] = [
  [
    'Teams, one to one',
    { channelId: 'msteams', conversation: { conversationType: 'personal', tenantId: 't' } as never },
  ],
  ['Direct Line of Azure', { channelId: 'directline' }],
  ['Web Chat of Azure', { channelId: 'webchat' }],
];

describe.each(CHANNELS)('a patient in %s', (_name, envelope) => {
  let talk: Conversation;
  const say = (text: string) =>
    talk.send({ type: 'message', text, ...envelope, conversation: { ...envelope.conversation, id: talk.id } as never });

  it('is brought to a person, sees who speaks and that they write, and is heard', async () => {
    talk = converse(clinic.server.url, connector, 'مريم');
    expect((await after(() => say('أريد التحدث مع موظف'), 1)).map(textOf).join()).toContain('سيقرأ الموظفون');
    expect((await after(() => say('نعم'), 1)).map(textOf).join()).toContain('وصل طلبك');
    const [path = ''] = await talksIn(clinic.sara, 'waiting');
    await clinic.sara.get(path);
    const joined = await after(() => clinic.sara.post(`${path}/take`), 1);
    expect(joined.map(textOf).join()).toContain('معك الآن سارة');
    expect(joined.at(-1)).toMatchObject({ channelId: envelope.channelId, conversation: { id: talk.id } });
    await clinic.sara.post(`${path}/writing`);
    expect(connector.received.at(-1)).toMatchObject({ type: 'typing', conversation: { id: talk.id } });
    const [answer] = await after(() => clinic.sara.post(`${path}/answer`, { key: '1', text: 'نعم يا قرنفل' }), 1);
    expect(textOf(answer ?? {})).toContain('سارة، من موظفي العيادة');
    expect(textOf(answer ?? {})).toContain('نعم يا قرنفل');
    const silent = connector.received.length;
    await say('وكم سعر الزعفران عندكم؟');
    expect((await clinic.sara.get(path)).text).toContain('وكم سعر الزعفران عندكم؟');
    expect(connector.received.slice(silent)).toEqual([]);
  });

  it('is answered at once when in danger, and the staff see it', async () => {
    const [path = ''] = await talksIn(clinic.sara, 'mine');
    expect((await after(() => say(EMERGENCY), 1)).map(textOf).join()).toContain('اطلب الإسعاف');
    expect((await clinic.sara.get(path)).text).toContain('علامة خطر');
  });

  it('ends it, and nothing that was written stays in the database', async () => {
    expect(kept().includes('قرنفل')).toBe(true);
    expect((await after(() => say('إنهاء المحادثة'), 1)).map(textOf).join()).toMatch(/انته|عدت/);
    expect(await talksIn(clinic.sara, 'mine')).toEqual([]);
    const left = (): string[] => {
      const stored = kept();
      return ['قرنفل', 'الزعفران', EMERGENCY, 'مريم'].filter((word) => stored.includes(word));
    };
    for (let looks = 0; left().length > 0 && looks < 100; looks += 1) await pause(100);
    expect(left()).toEqual([]);
  });
});

describe('a patient in a channel where others read along', () => {
  it('is asked into a chat of two, where the same words lead to a person', async () => {
    const talk = converse(clinic.server.url, connector, 'ليلى');
    const shared = { id: '19:all@thread.tacv2;messageid=7', conversationType: 'channel', isGroup: true, tenantId: 't' };
    const asked: WireActivity = {
      type: 'message',
      text: 'أريد موظف',
      channelId: 'msteams',
      conversation: shared as never,
    };
    const [invitation] = await after(() => talk.send(asked), 1);
    const [url = ''] = (cardOf(invitation ?? {}).body ?? []).flatMap(({ actions = [] }) =>
      actions.flatMap((action) => action.url ?? []),
    );
    const link = new URL(url);
    expect(link.host + link.pathname).toBe('teams.microsoft.com/l/chat/0/0');
    expect(await talksIn(clinic.sara, 'waiting')).toEqual([]);
    const own = { id: 'a:two', conversationType: 'personal', tenantId: 't' };
    const text = link.searchParams.get('message') ?? '';
    const [consent] = await after(() => talk.send({ ...asked, text, conversation: own as never }), 1);
    expect(textOf(consent ?? {})).toContain('سيقرأ الموظفون');
  });
});

describe('a patient who is not understood twice', () => {
  it('is offered a person in words', async () => {
    const talk = converse(clinic.server.url, connector, 'نور');
    const [first] = await after(() => talk.say('كيف أصلح محرك السيارة القديمة؟'), 1);
    expect(textOf(first ?? {})).toContain('لم أجد جوابًا عن هذا');
    const [second] = await after(() => talk.say('ومن فاز بكأس العالم في التنس؟'), 1);
    expect(textOf(second ?? {})).toMatch(/لم أجد جوابًا عن سؤاليك الأخيرين[\s\S]*سيقرأ الموظفون/);
    expect((await after(() => talk.say('نعم'), 1)).map(textOf).join()).toContain('وصل طلبك');
  });
});
