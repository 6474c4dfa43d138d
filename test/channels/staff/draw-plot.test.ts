import { drawPlot } from '../../../src/channels/staff/figures/draw-plot';
import type { Cell } from '../../../src/staff/figures/sum-figures';
import { loadShipped } from '../../helpers/load-shipped';

const scene = { texts: loadShipped().staffArabic };
const day = (answer: Cell, suggest: Cell) => ({ from: '2026-11-30', cells: { answer, suggest } });

it('a bar is as high as what may be told', () => {
  const told = day({ kind: 'count', count: 30 }, { kind: 'about', count: 10 });
  const { markup = '' } = drawPlot(scene, [told], 'plot') ?? {};
  expect(markup).toMatch(/part-answer"[^>]*height="120.0"[^]*part-suggest"[^>]*height="40.0"/);
});

it('where all is kept back there is no plot: an empty one would say that nobody asked', () => {
  expect(drawPlot(scene, [day({ kind: 'few' }, { kind: 'none' })], 'plot')).toBeUndefined();
  expect(drawPlot(scene, [], 'plot')).toBeUndefined();
});
