import { createSpeller } from '../../src/matching/speller';
import { readSpeller } from '../../src/matching/speller-tables';

const known = new Map([
  ['البلازما', 9],
  ['الركبه', 3],
  ['فوايد', 4],
  ['الصفائح', 2],
]);

describe.each([
  ['a speller', createSpeller(known)],
  ['one over tables that came from another thread', createSpeller(known, structuredClone(readSpeller(known)))],
])('%s', (_name, speller) => {
  it.each([
    ['a letter too many', 'البلاازما', 'البلازما'],
    ['a letter left out', 'الصفئح', 'الصفائح'],
    ['a word that is known', 'الركبه', undefined],
    ['nothing near', 'سيارات', undefined],
    ['a word at the edge of the alphabet', 'ييييييي', undefined],
  ])('mends %s', (_kind, word, meant) => {
    expect(speller.correct(word)).toBe(meant);
  });

  it.each([
    ['fawa2ed', 'فوايد'],
    ['elrokba', 'الركبه'],
    ['zzzz', undefined],
  ])('hears %s', (latin, meant) => {
    expect(speller.sound(latin)).toBe(meant);
  });
});
