import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadShipped } from '../helpers/load-shipped';
import { createKeptLearning } from '../../src/storage/learnt/kept-learning';
import { loadUrgentReader } from '../../src/storage/learnt/load-urgent-reader';

const { urgent, urgentMessages } = loadShipped();
/** The shipped rules with few examples: learning is quick. */
const content = {
  urgent,
  urgentMessages: {
    urgent: urgentMessages.urgent.map((group) => ({ ...group, messages: group.messages.slice(0, 3) })),
    calm: urgentMessages.calm.slice(0, 30),
  },
};
const CALM = { sentences: [], stories: [], framing: [], leaning: ['هل هذا طبيعي'] };
const MESSAGES = ['مش قادر اتنفس', 'عندي حرارة من امس', 'كم سعر الجلسة', 'وين العيادة'];

describe('what the urgent reader learnt', () => {
  const folder = mkdtempSync(join(tmpdir(), 'urgent-'));
  const file = join(folder, 'urgent.bin');
  const read = (sentences: readonly string[] = []) =>
    MESSAGES.map(loadUrgentReader(content, { ...CALM, sentences }, createKeptLearning(folder)));
  const learnt = read();

  afterAll(() => rmSync(folder, { recursive: true }));

  it('is kept, and read back the same', () => {
    const written = readFileSync(file);
    expect(read()).toEqual(learnt);
    expect(readFileSync(file).equals(written)).toBe(true);
  });

  it('is learnt anew from other content', () => {
    const written = readFileSync(file);
    read(['كم سعر الجلسة عندكم']);
    expect(readFileSync(file).equals(written)).toBe(false);
  });

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 400)],
    ['damaged', () => Buffer.from('damaged')],
    ['empty', () => Buffer.alloc(0)],
  ])('is learnt anew where the file is %s', (_name, damage) => {
    read();
    const whole = readFileSync(file);
    writeFileSync(file, damage(whole));
    expect(read()).toEqual(learnt);
    expect(readFileSync(file).equals(whole)).toBe(true);
  });

  it('serves where nothing can be kept', () => {
    const nowhere = createKeptLearning(__filename);
    expect(MESSAGES.map(loadUrgentReader(content, CALM, nowhere))).toEqual(learnt);
  });

  it('is found in a second folder', () => {
    const found = createKeptLearning(join(folder, 'empty'), folder).find('urgent.bin', (bytes) => bytes.length);
    expect(found).toBeGreaterThan(32);
  });
});
