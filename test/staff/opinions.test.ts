import type { Figure } from '../../src/staff/figures/figure';
import { sumOpinions } from '../../src/staff/figures/sum-opinions';

const figure = (subject: Figure['subject'], count: number, revision = 0, day = '2027-03-01'): Figure => ({
  day,
  subject,
  revision,
  count,
});

it('opinions are summed by answer and revision, the most complained of first', () => {
  const figures = [
    figure('helped:pain', 9),
    figure('failed:pain', 4),
    figure('failed:price', 3, 2),
    figure('failed:price', 4, 2, '2027-03-02'),
    figure('failed:price', 30, 1),
    figure('topic:pain', 100),
  ];
  expect(
    sumOpinions(figures, new Map([['topic:price', 2]])).map(({ topic, revision, isLive, failed, isMarked }) => [
      topic,
      revision,
      isLive,
      failed,
      isMarked,
    ]),
  ).toEqual([
    ['price', 1, false, { kind: 'count', count: 30 }, false],
    ['price', 2, true, { kind: 'count', count: 7 }, true],
    ['pain', 0, true, { kind: 'few' }, false],
  ]);
});

it('reasons of a few people are not told, the commonest stands first', () => {
  const figures = [
    figure('failed:pain', 20),
    figure('unclear:pain', 6),
    figure('beside:pain', 8),
    figure('doubtful:pain', 4),
  ];
  expect(sumOpinions(figures, new Map())[0]?.reasons).toEqual([
    { reason: 'beside', cell: { kind: 'count', count: 8 } },
    { reason: 'unclear', cell: { kind: 'count', count: 6 } },
  ]);
});
