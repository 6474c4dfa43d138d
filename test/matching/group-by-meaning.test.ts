import { join } from 'node:path';
import { loadQuestionFiles } from '../../bench/lib/question-files';
import { createScrubber } from '../../src/bot/scrubbing/create-scrubber';
import { groupWaiting } from '../../src/program/content/group-waiting';
import { createKeptLearning } from '../../src/storage/learnt/kept-learning';
import { loadMatcher } from '../../src/storage/learnt/load-matcher';
import { loadShipped } from '../helpers/load-shipped';

const knowledge = loadShipped();
const matcher = loadMatcher(knowledge, createKeptLearning(join('dist', 'kept')));
const scrub = createScrubber(knowledge, matcher.words);

interface Asked {
  readonly topic: string;
  readonly text: string;
}

/** How the program groups questions for its staff: each group as the topics of its questions. */
function groupsOf(asked: readonly Asked[]): string[][] {
  const kept = asked.map(({ topic, text }) => ({ topic, text: scrub(text, []) })).filter(({ text }) => text !== '');
  const topicOf = new Map(kept.map(({ topic, text }) => [text, topic]));
  const waiting = [...topicOf.keys()].map((text) => ({ text, times: 1, lastAt: 0 }));
  return groupWaiting({ knowledge, matcher }, waiting, { isUrgent: () => false, nearestOf: () => [] }).map(
    ({ questions }) => questions.map(({ text }) => topicOf.get(text) ?? ''),
  );
}

const mostIn = (group: readonly string[]): number =>
  Math.max(...[...new Set(group)].map((topic) => group.filter((each) => each === topic).length));

describe('questions grouped by meaning, as staff see them', () => {
  it('of questions nobody learnt from four fifths stand in groups that are nine tenths of one topic', () => {
    const groups = groupsOf(loadQuestionFiles('held-out').inScope);
    const all = groups.flat().length;
    const good = groups.filter((group) => group.length > 1 && mostIn(group) / group.length >= 0.9).flat().length;
    expect(all).toBeGreaterThan(950);
    expect(good / all).toBeGreaterThan(0.8);
    expect(groups.length).toBeLessThan(333);
  });

  it('of new topics the phrasings come together, in whatever dialect', () => {
    const groups = groupsOf([
      { topic: 'wheelchair', text: 'مدخل للكرسي المتحرك' },
      { topic: 'wheelchair', text: 'العيادة مجهزة لذوي الاعاقة؟' },
      { topic: 'wheelchair', text: 'امي على كرسي متحرك كيف تدخل' },
      { topic: 'parking', text: 'وين نوقف السيارة' },
      { topic: 'parking', text: 'عندكم جراج للعربيات' },
      { topic: 'parking', text: 'كاين باركينغ قدام العيادة' },
      { topic: 'certificate', text: 'ابي شهادة حضور للدوام' },
      { topic: 'certificate', text: 'تعطون تقرير طبي للشغل' },
      { topic: 'certificate', text: 'بدي ورقة غياب للجامعة' },
      { topic: 'insurance', text: 'هل التأمين يغطي الجلسة' },
      { topic: 'insurance', text: 'تقبلون تامين بوبا' },
      { topic: 'insurance', text: 'واش الضمان الاجتماعي كيعوض' },
      { topic: 'gift', text: 'عندكم بطاقات هدايا' },
      { topic: 'gift', text: 'اريد اهدي اختي جلسة' },
      { topic: 'gift', text: 'قسيمة هدية للعيادة بكم' },
    ]);
    expect(groups.map((group) => [...new Set(group)].join(' ')).sort()).toEqual([
      'certificate',
      'gift',
      'insurance',
      'parking',
      'wheelchair',
    ]);
  });
});
