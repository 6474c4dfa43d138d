import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createDataDirectory } from '../helpers/start-server';
import { hear, openClinic, type OpenClinic } from './open-clinic';

jest.setTimeout(120_000);

/** Talks are looked at every five seconds: twice at least. */
const TWO_LOOKS = 11_000;
const STILL_WAITING = 'ما زال طلبك قائمًا';
const CLOCK = join(createDataDirectory(), 'clock');
const setClock = (hours: number): void => writeFileSync(CLOCK, String(hours * 3_600_000));

let clinic: OpenClinic;
beforeAll(async () => {
  setClock(0);
  const preload = join(__dirname, '../helpers/clock/set-clock.cjs');
  clinic = await openClinic({ TEST_CLOCK: CLOCK, NODE_OPTIONS: `--require "${preload}"` });
  await clinic.sara.get('/staff/inbox');
  await clinic.sara.post('/staff/inbox/available', { on: 'yes' });
}, 240_000);
afterAll(() => clinic.close());

test('a clock set hours ahead or back ends no request: nobody is told that no one came', async () => {
  const patient = await clinic.patient();
  await hear(patient, 'أريد موظف', 1);
  expect((await hear(patient, 'نعم، حوّلني إلى موظف', 1))[0]).toContain('وصل طلبك');
  // Seen once before the clock moves.
  await pause(TWO_LOOKS);
  const heard = patient.texts();
  for (const hours of [6, -6]) {
    setClock(hours);
    await pause(TWO_LOOKS);
    expect(patient.texts()).toEqual(heard);
  }
  setClock(0);
  expect((await hear(patient, 'أريد موظف', 1))[0]).toContain(STILL_WAITING);
});
