import { adaptiveCardFaults } from '../channels/teams/adaptive-card-rules';
import { type Connector, converse, startConnector, type WireActivity } from '../helpers/connector';
import type { RealClient } from '../helpers/direct-line-client';
import { hear, openClinic, type OpenClinic } from './open-clinic';

jest.setTimeout(60_000);

const CHANNEL = '19:reception@thread.tacv2';
const EMERGENCY = 'ما اشوف بعيني اليمين من بعد الابره';

let clinic: OpenClinic;
let teams: Connector;
let staff: ReturnType<typeof converse>;

beforeAll(async () => {
  [clinic, teams] = await Promise.all([openClinic({ TEAMS_READS_ALL: 'on' }), startConnector()]);
  staff = converse(clinic.server.url, teams, 'هدى');
}, 240_000);

afterAll(async () => {
  await clinic.close();
  await teams.close();
});

/** Somebody of the staff does something in a thread of the channel. */
const send = (activity: WireActivity, thread = '1') =>
  staff.send({
    channelId: 'msteams',
    conversation: {
      id: `${CHANNEL};messageid=${thread}`,
      conversationType: 'channel',
      isGroup: true,
      name: 'الاستقبال',
      tenantId: 't',
    },
    ...activity,
  });
const press = (talk: string, act: string, more: object = {}, thread = '2') =>
  send({ type: 'message', value: { handover: { talk, act }, ...more } }, thread);

interface Card {
  readonly body: readonly { readonly type: string; readonly text?: string }[];
  readonly fallbackText: string;
}
const cardOf = (activity: WireActivity | undefined): Card => activity?.attachments?.[0]?.content as Card;
const talkIn = (activity: WireActivity | undefined): string =>
  /"talk":"([^"]+)"/.exec(JSON.stringify(cardOf(activity)))?.[1] ?? '';
/** The next cards in the channel after so many. */
const next = async (before: number, count: number) => (await teams.messages(before + count)).slice(before);
const count = (): number => teams.received.filter(({ type }) => type === 'message').length;

const MENTION = { type: 'mention', text: '<at>Bot</at>', mentioned: { id: 'bot-1', name: 'Bot' } };

/** Lets the channel in. */
async function connect(): Promise<void> {
  const before = count();
  await send({ type: 'message', text: '<at>Bot</at> استقبال المحادثات هنا', entities: [MENTION] });
  expect(cardOf((await next(before, 1))[0]).fallbackText).toContain('يوافق مدير لوحة العيادة');
  const { text } = await clinic.sara.get('/staff/inbox/places');
  expect(text).toContain('الاستقبال');
  const [, open = ''] = /action="(\/staff\/inbox\/places\/[\w-]+\/open)"/.exec(text) ?? [];
  await clinic.sara.post(open);
  const [, welcome] = await next(before, 2);
  expect(cardOf(welcome).fallbackText).toContain('تصل محادثات المرضى');
}

describe('a channel of the staff', () => {
  let patient: RealClient;

  it('gets no talks before an administrator agrees', async () => {
    const before = count();
    await press('any', 'take');
    expect(cardOf((await next(before, 1))[0]).fallbackText).toContain('لا تصل إليه');
    await connect();
  });

  it('is shown who asks, after consent, and has the talk by one press', async () => {
    patient = await clinic.patient();
    await hear(patient, 'هل جلسة البلازما مؤلمة؟', 1);
    const before = count();
    expect((await hear(patient, 'أريد موظف', 1))[0]).toContain('سيقرأ الموظفون');
    await hear(patient, 'نعم', 1);
    const [request] = await next(before, 1);
    expect(request).toMatchObject({ channelId: 'msteams', conversation: { id: CHANNEL } });
    expect(cardOf(request).fallbackText).toMatch(/مريض يطلب[\s\S]*هل جلسة البلازما مؤلمة/);
    const heard = patient.texts().length;
    await press(talkIn(request), 'take');
    expect((await patient.messages(heard + 1)).at(-1)).toContain('معك الآن هدى');
    const cards = await next(before + 1, 2);
    expect(cards.map((card) => cardOf(card).fallbackText).join('\n')).toMatch(/أخذ المحادثة هدى/);
    expect(cards.map((card) => adaptiveCardFaults(cardOf(card)))).toEqual([[], []]);
  });

  it('carries both ways, with urgent signs answered at once and shown', async () => {
    const before = count();
    const heard = patient.texts().length;
    await patient.say('متى أقرب موعد؟');
    const [written] = await next(before, 1);
    expect(written).toMatchObject({ conversation: { id: `${CHANNEL};messageid=2` } });
    expect(cardOf(written).fallbackText).toContain('متى أقرب موعد؟');
    await press(talkIn(written), 'answer', { text: 'غدًا الخامسة' });
    expect((await patient.messages(heard + 2)).at(-1)?.replace(/\u200f/g, '')).toBe(
      'هدى، من موظفي العيادة:\nغدًا الخامسة',
    );
    const urgentAt = count();
    expect((await hear(patient, EMERGENCY, 1))[0]).toContain('اطلب الإسعاف');
    expect(cardOf((await next(urgentAt, 1))[0]).fallbackText).toMatch(/علامة خطر[\s\S]*ما اشوف/);
  });

  it('hears, with the right to read all, what its owner writes in its thread, and nothing else', async () => {
    const heard = patient.texts().length;
    await send({ type: 'message', text: 'سأراجع الجدول' }, '2');
    expect((await patient.messages(heard + 1)).at(-1)).toContain('سأراجع الجدول');
    const before = count();
    await send({ type: 'message', text: 'ما رأيكم في الدوام؟' }, '9');
    await send({ type: 'messageUpdate', text: 'كم سعر الجلسة؟' }, '9');
    await send({ type: 'message', text: 'كم سعر الجلسة؟', from: { id: 'another', name: 'ليلى' } }, '2');
    expect(count()).toBe(before);
    expect(patient.texts()).toHaveLength(heard + 1);
    await send({ type: 'message', text: '<at>Bot</at> كم سعر الجلسة؟', entities: [MENTION] }, '9');
    expect(count()).toBe(before + 1);
  });

  it('ends it, and what is written afterwards goes nowhere', async () => {
    const talk = talkIn(teams.received.filter((each) => talkIn(each) !== '').at(-1));
    const heard = patient.texts().length;
    await press(talk, 'end', { outcome: 'booked' });
    expect((await patient.messages(heard + 1)).at(-1)).toContain('انتهى الحديث مع هدى');
    const before = count();
    await press(talk, 'answer', { text: 'وصلت متأخرة' });
    expect(cardOf((await next(before, 1))[0]).fallbackText).toContain('لم يصل ما كتبته');
    expect((await clinic.sara.get('/staff/inbox')).text).toContain('حجز موعدًا');
    expect(patient.texts().join()).not.toContain('متأخرة');
  });
});
