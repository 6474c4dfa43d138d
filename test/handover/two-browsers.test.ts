import type { Browser, Page } from 'playwright-core';
import { PASSWORD } from '../channels/staff/staff-client';
import { launchBrowser } from '../helpers/browser';
import { type ChatPage, createVisitor, openChat, PHONE, until, type Visitor } from '../web/chat-page';
import { openClinic, type OpenClinic } from './open-clinic';

jest.setTimeout(90_000);

let browser: Browser;
let clinic: OpenClinic;
let reception: Visitor;
let patient: Visitor;
let desk: Page;
let chat: ChatPage;

const EMERGENCY = 'ما اشوف بعيني اليمين من بعد الابره';
/** Where somebody who looks may find the pages as they were. */
const PICTURES = process.env['HANDOVER_PICTURES'];
const picture = async (page: Page, name: string): Promise<void> => {
  if (PICTURES !== undefined) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
};

beforeAll(async () => {
  [browser, clinic] = await Promise.all([launchBrowser(), openClinic()]);
  reception = await createVisitor(browser, PHONE);
  patient = await createVisitor(browser, PHONE);
  desk = await reception.context.newPage();
  await desk.goto(`${clinic.server.url}/staff/sign-in`);
  await desk.getByLabel('اسم الدخول أو البريد').fill('sara');
  await desk.getByLabel('كلمة المرور').fill(PASSWORD);
  await desk.getByRole('button', { name: 'دخول' }).click();
  await desk.goto(`${clinic.server.url}/staff/inbox`);
  await desk.getByRole('button', { name: 'أنا متاح' }).click();
  await desk.getByText('أنت متاح الآن').waitFor();
  ({ chat } = await openChat(patient, clinic.server.url));
}, 240_000);

afterAll(async () => {
  await browser.close();
  await clinic.close();
});

/** The last thing the patient's chat shows. */
const last = () => chat.answers.last();

describe('one whole talk, in two browsers', () => {
  it('comes to the open list of the reception by itself, and is taken there', async () => {
    await chat.say('هل جلسة البلازما مؤلمة؟');
    await chat.say('أريد التحدث مع موظف');
    await chat.button('نعم، حوّلني إلى موظف').click();
    await last().getByText('وصل طلبك').waitFor();
    const listed = desk.locator('[data-group="waiting"] a');
    await listed.waitFor();
    expect(await desk.title()).toMatch(/^\(1\) /);
    await picture(desk, 'inbox');
    await listed.click();
    await desk.getByText('هل جلسة البلازما مؤلمة؟').waitFor();
    await desk.getByRole('button', { name: 'خذ المحادثة' }).click();
    await last().getByText('معك الآن سارة').waitFor();
  });

  it('goes both ways without reloading, with a ready answer, and marks who speaks', async () => {
    await chat.type('كم سعر الجلسة؟');
    await desk.locator('.talk .patient').getByText('كم سعر الجلسة؟').waitFor();
    const field = desk.getByRole('textbox', { name: 'ردّك على المريض' });
    await field.pressSequentially('لحظة');
    const [page] = patient.context.pages();
    await page!.getByText('رد من سارة قيد الكتابة').waitFor();
    await field.fill('');
    await desk.locator('[data-topic="price"]').click();
    await until(async () => (await field.inputValue()) !== '');
    await field.press('Control+Enter');
    const spoken = page!.locator('.message.person');
    await spoken.waitFor();
    expect(await spoken.locator('.speaker').innerText()).toBe('سارة، من موظفي العيادة:');
    expect(await spoken.locator('.bubble').innerText()).not.toContain('سارة');
    await desk.locator('.talk .staff').first().waitFor();
    expect(await field.inputValue()).toBe('');
    await picture(desk, 'talk');
  });

  it('answers an urgent sign at once, and shows it to the staff', async () => {
    await chat.type(EMERGENCY);
    await chat.answers.filter({ hasText: 'اطلب الإسعاف' }).waitFor();
    await desk.locator('.talk .event').getByText('علامة خطر').waitFor();
    expect(await chat.answers.filter({ hasText: 'السعر' }).count()).toBeLessThanOrEqual(1);
  });

  it('ends, and the assistant is back', async () => {
    await picture(patient.context.pages()[0]!, 'patient');
    // On a busy server a page takes longer than a word that there is news.
    await desk.route(/\/staff\/inbox\/talks\/[^/?]+$/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      await route.continue();
    });
    await desk.getByLabel('كيف انتهت؟').selectOption('booked');
    await desk.getByRole('button', { name: 'أنهِ المحادثة' }).click();
    await desk.getByText('انتهت هذه المحادثة: حجز موعدًا').waitFor();
    await last().getByText('انتهى الحديث مع سارة').waitFor();
    await chat.say('كم جلسة أحتاج؟');
    expect([...reception.faults, ...patient.faults]).toEqual([]);
  });
});
