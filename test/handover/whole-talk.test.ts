import type { RealClient } from '../helpers/direct-line-client';
import { hear, openClinic, type OpenClinic, talksIn } from './open-clinic';

jest.setTimeout(60_000);

let clinic: OpenClinic;

beforeAll(async () => {
  clinic = await openClinic();
}, 240_000);

afterAll(() => clinic.close());

const YES = 'نعم، حوّلني إلى موظف';
const EMERGENCY = 'ما اشوف بعيني اليمين من بعد الابره';

/** A patient who has asked for a person; gives the path of the talk. */
async function request(): Promise<{ patient: RealClient; path: string }> {
  const patient = await clinic.patient();
  await clinic.sara.get('/staff/inbox');
  await clinic.sara.post('/staff/inbox/available', { on: 'yes' });
  await hear(patient, 'هل جلسة البلازما مؤلمة؟', 1);
  const [consent = ''] = await hear(patient, 'أريد موظف', 1);
  expect(consent).toContain('سيقرأ الموظفون');
  const before = await talksIn(clinic.sara, 'waiting');
  expect((await hear(patient, YES, 1))[0]).toContain('وصل طلبك');
  const path = (await talksIn(clinic.sara, 'waiting')).find((one) => !before.includes(one));
  return { patient, path: path! };
}

/** The same, taken. */
async function begin(): Promise<{ patient: RealClient; path: string }> {
  const { patient, path } = await request();
  const before = patient.texts().length;
  await clinic.sara.get(path);
  await clinic.sara.post(`${path}/take`);
  expect((await patient.messages(before + 1)).at(-1)).toMatch(/معك الآن سارة، من موظفي العيادة/);
  return { patient, path };
}

describe('a talk with a person', () => {
  it('goes from the request to its end, and back to the assistant', async () => {
    const { patient, path } = await begin();
    const page = await clinic.sara.get(path);
    expect(page.text).toContain('هل جلسة البلازما مؤلمة؟');
    const before = patient.texts().length;
    await patient.say('متى أقرب موعد؟');
    await patient.messages(before + 1);
    const news = await clinic.sara.get(`${path}/news?after=0&standing=`);
    expect(news.text).toContain('متى أقرب موعد؟');
    await clinic.sara.post(`${path}/answer`, { key: '1', text: 'غدًا الخامسة مساءً' });
    await clinic.sara.post(`${path}/answer`, { key: '1', text: 'غدًا الخامسة مساءً' });
    await clinic.sara.post(`${path}/note`, { key: '2', text: 'ملاحظة سرية' });
    await clinic.sara.post(`${path}/end`, { outcome: 'booked' });
    const talk = (await patient.messages(before + 3)).slice(before + 1);
    expect(talk[0]?.replace(/\u200f/g, '')).toBe('سارة، من موظفي العيادة:\nغدًا الخامسة مساءً');
    expect(talk[1]).toContain('انتهى الحديث مع سارة');
    expect(talk).toHaveLength(2);
    const ended = await clinic.sara.get(path);
    expect(ended.text).toContain('حجز موعدًا');
    expect(ended.text).not.toContain('متى أقرب موعد؟');
    expect((await hear(patient, 'كم جلسة أحتاج؟', 1))[0]).toMatch(/جلس/);
    expect(patient.texts().join()).not.toContain('ملاحظة سرية');
    expect(clinic.server.output()).not.toMatch(/أقرب موعد|سرية/);
  });

  it('is silent on the side of the assistant, except for an urgent sign, which the staff see', async () => {
    const { patient, path } = await begin();
    const before = patient.texts().length;
    await patient.say('كم سعر الجلسة؟');
    await patient.messages(before + 1);
    const [urgent = ''] = await hear(patient, EMERGENCY, 1);
    expect(urgent).toContain('اطلب الإسعاف');
    expect(patient.texts().slice(before)).toEqual(['كم سعر الجلسة؟', EMERGENCY, urgent]);
    const page = await clinic.sara.get(path);
    expect(page.text).toContain(EMERGENCY);
    expect(page.text).toContain('علامة خطر');
    expect((await hear(patient, 'إنهاء المحادثة', 1))[0]).toContain('انتهى حديثك مع الموظف');
    expect((await clinic.sara.get(path)).text).toContain('أنهاها المريض');
  });

  it('belongs to the first one who takes it, and others see by whom', async () => {
    const { path } = await begin();
    const huda = await clinic.invite('هدى', ['answers']);
    expect((await huda.get(path)).text).toContain('هذه المحادثة مع سارة');
    const late = await huda.post(`${path}/answer`, { key: '1', text: 'أنا هنا' });
    expect(late.status).toBe(409);
    await clinic.sara.get(path);
    await clinic.sara.post(`${path}/end`, { outcome: 'answered' });
    const ended = await clinic.sara.post(`${path}/answer`, { key: '9', text: 'وصلت متأخرة' });
    expect([ended.status, ended.text.includes('وصلت متأخرة')]).toEqual([409, true]);
  });

  it('is answered by the assistant while it waits, and ends when the patient waits no longer', async () => {
    const { patient, path } = await request();
    expect((await hear(patient, 'كم سعر الجلسة؟', 1))[0]).toMatch(/السعر|سعر/);
    expect((await clinic.sara.get(path)).text).toContain('كم سعر الجلسة؟');
    expect((await hear(patient, 'أبغى موظف', 1))[0]).toContain('منذ دقيقة واحدة');
    expect((await hear(patient, 'إلغاء', 1))[0]).toContain('ألغيت طلب التحدث');
    expect(await talksIn(clinic.sara, 'waiting')).not.toContain(path);
  });

  it('is read by those alone who answer patients', async () => {
    const { patient, path } = await request();
    const reader = await clinic.invite('رائد', ['reads']);
    expect((await reader.get('/staff/inbox')).status).toBe(403);
    expect((await reader.get(path)).status).toBe(403);
    await hear(patient, 'احذف بياناتي', 1);
    expect((await clinic.sara.get(path)).status).toBe(404);
  });

  it('is not begun without consent', async () => {
    const patient = await clinic.patient();
    await clinic.sara.get('/staff/inbox');
    const before = await talksIn(clinic.sara, 'waiting');
    await hear(patient, 'موظف', 1);
    expect((await hear(patient, 'لا', 1))[0]).toContain('لم أرسل شيئًا');
    expect(await talksIn(clinic.sara, 'waiting')).toEqual(before);
  });
});

describe('when nobody is there', () => {
  it('a call is offered, and what it needs is asked, kept and deleted', async () => {
    const { sara } = clinic;
    const patient = await clinic.patient();
    await sara.get('/staff/inbox');
    await sara.post('/staff/inbox/available', { on: 'no' });
    const [offer = ''] = await hear(patient, 'التحدث مع موظف', 1);
    expect(offer).toMatch(/لا يوجد موظف متفرغ[\s\S]*0500000000[\s\S]*هل نتصل بك/);
    expect((await hear(patient, 'نعم', 1))[0]).toContain('ما الاسم');
    expect((await hear(patient, 'أم خالد', 1))[0]).toContain('ما رقم الهاتف');
    expect((await hear(patient, 'كم سعر الجلسة؟', 2)).at(-1)).toContain('ما رقم الهاتف');
    expect((await hear(patient, '٥٥٥ فقط', 1))[0]).toContain('لم أجد');
    expect((await hear(patient, '٠٥٥ ١٢٣ ٤٥٦٧', 1))[0]).toContain('ما الوقت');
    expect((await hear(patient, 'بعد العصر', 1))[0]).toMatch(/أم خالد[\s\S]*0551234567[\s\S]*بعد العصر/);
    expect((await sara.get('/staff/inbox/calls')).text).toMatch(/أم خالد[\s\S]*0551234567[\s\S]*بعد العصر/);
    expect((await hear(patient, 'ماذا تحفظ عني', 1))[0]).toContain('طلب الاتصال بك');
    await hear(patient, 'احذف بياناتي', 1);
    expect((await sara.get('/staff/inbox/calls')).text).not.toContain('أم خالد');
  });
});
