import { outcomeOf } from '../../src/bot/turn/tally';
import type { Figure } from '../../src/staff/figures/figure';
import { sumDays, sumTopics, sumWeeks } from '../../src/staff/figures/sum-figures';

const figure = (day: string, subject: Figure['subject'], count: number, revision = 0): Figure => ({
  day,
  subject,
  revision,
  count,
});

describe('counts below five are not told', () => {
  it.each([
    ['none', [0], { kind: 'none' }],
    ['a few', [4], { kind: 'few' }],
    ['five', [5], { kind: 'count', count: 5 }],
    ['a few in two parts', [2, 2], { kind: 'few' }],
  ])('%s', (_name, counts, cell) => {
    const figures = counts.map((count, revision) => figure('2027-03-10', 'answer', count, revision));
    expect(sumDays(figures)[0]?.cells['answer']).toEqual(cell);
  });

  it('nor can they be reckoned from a week', () => {
    const days = [figure('2027-03-06', 'answer', 31), figure('2027-03-08', 'answer', 3)];
    expect(sumWeeks(days)).toMatchObject([{ from: '2027-03-06', cells: { answer: { kind: 'about', count: 35 } } }]);
    expect(sumWeeks(days.slice(0, 1))).toMatchObject([{ cells: { answer: { kind: 'count', count: 31 } } }]);
  });
});

it.each([
  [
    'nothing of it is few',
    [
      ['suggest', 20],
      ['taken', 12],
    ],
    { taken: 'count', passed: 'count' },
  ],
  [
    'few did not choose',
    [
      ['suggest', 20],
      ['taken', 18],
    ],
    { taken: 'about', passed: 'few' },
  ],
  [
    'few chose',
    [
      ['suggest', 20],
      ['taken', 2],
    ],
    { taken: 'few', passed: 'about' },
  ],
  [
    'all chose',
    [
      ['suggest', 20],
      ['taken', 20],
    ],
    { taken: 'count', passed: 'none' },
  ],
  [
    'few left the check',
    [
      ['check-begun', 9],
      ['check-ended', 7],
    ],
    { 'check-ended': 'about', 'check-left': 'few' },
  ],
] as const)('an offer and a check tell how many took them, and no few by what is left: %s', (_name, counts, kinds) => {
  const cells = sumDays(counts.map(([subject, count]) => figure('2027-03-10', subject, count)))[0]?.cells ?? {};
  expect(Object.fromEntries(Object.keys(kinds).map((name) => [name, cells[name]?.kind]))).toEqual(kinds);
});

it('a week begins on Saturday', () => {
  const days = [figure('2027-03-05', 'answer', 9), figure('2027-03-06', 'answer', 9)];
  expect(sumWeeks(days).map(({ from }) => from)).toEqual(['2027-03-06', '2027-02-27']);
});

it('answers are counted by revision, beside as many days before', () => {
  const figures = [
    figure('2027-02-01', 'topic:pain', 7, 1),
    figure('2027-03-01', 'topic:pain', 20, 1),
    figure('2027-03-02', 'topic:pain', 6, 2),
  ];
  expect(sumTopics(figures, '2027-02-15')).toEqual([
    { topic: 'pain', revision: 1, now: { kind: 'count', count: 20 }, before: { kind: 'count', count: 7 } },
    { topic: 'pain', revision: 2, now: { kind: 'count', count: 6 }, before: { kind: 'none' } },
  ]);
});

it.each([
  ['an emergency before its answer', ['answer', 'urgent'], 'urgent'],
  ['an answer before what is said beside it', ['command', 'answer'], 'answer'],
  ['nothing', [], undefined],
] as const)('a message counts once: %s', (_name, kinds, outcome) => {
  expect(outcomeOf(kinds.map((kind) => ({ kind })))).toBe(outcome);
});
