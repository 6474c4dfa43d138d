import { join } from 'node:path';
import { createScrubber } from '../../src/bot/memory/create-scrubber';
import { createKeptLearning } from '../../src/storage/learnt/kept-learning';
import { loadMatcher } from '../../src/storage/learnt/load-matcher';
import { loadShipped } from '../helpers/load-shipped';

const knowledge = loadShipped();
const { words } = loadMatcher(knowledge, createKeptLearning(join('dist', 'kept')));
const scrub = createScrubber(knowledge, words);

describe('what stays of a question nobody could answer', () => {
  it.each([
    ['a plain question', 'هل تفيد البلازما في البهاق؟', 'هل تفيد البلازما في البهاق؟'],
    ['a name after "doctor"', 'دكتورة هناء الزهراني عندها بلازما؟', 'دكتورة … عندها بلازما؟'],
    ['a family name like a known word', 'الدكتورة رهف العمري عندها بلازما', 'الدكتورة … عندها بلازما'],
    ['the name of a friend', 'صاحبتي شيرين عملت بلازما', 'صاحبتي … عملت بلازما'],
    ['a name that stands anywhere', 'قالت لي نورة انها تنفع', 'قالت لي … انها تنفع'],
    ['a name nobody listed', 'كتبت لكم زبرجدية عن السعر', 'كتبت لكم … عن السعر'],
    ['a town', 'عندكم فرع في بريدة؟', 'عندكم فرع …'],
    ['a town nobody listed', 'انا ساكنة في كفر الدوار كم السعر', 'انا ساكنة في … كم السعر'],
    ['a number', 'كلموني على 0501234567 بخصوص البهاق', undefined],
  ])('%s', (_name, text, expected) => {
    const kept = scrub(text, []);
    if (expected !== undefined) expect(kept).toBe(expected);
    expect(kept).not.toMatch(/هناء|الزهراني|شيرين|نورة|زبرجدية|بريدة|الدوار|\d/u);
  });

  it.each([
    ['violence', 'جوزي ضربني وفي كدمة تحت عيني'],
    ['coercion', 'زوجي يجبرني اسوي العملية'],
    ['a wish to die', 'ابي اموت'],
    ['self-harm in English', 'i want to hurt myself'],
  ])('nothing is kept of %s', (_name, text) => {
    expect(scrub(text, [])).toBe('');
  });

  it('nothing is kept of words none of which are known', () => {
    expect(scrub('قرطبوش زنمردة', [])).toBe('');
  });
});
