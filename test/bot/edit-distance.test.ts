import { editDistance } from '../../src/bot/memory/edit-distance';

describe('editDistance', () => {
  it.each([
    ['equal words', 'شكرا', 'شكرا', 0],
    ['a letter replaced', 'شكرا', 'شكرن', 1],
    ['a letter left out', 'مرحبا', 'مرحب', 1],
    ['a letter added', 'مرحبا', 'مررحبا', 1],
    ['neighbours swapped', 'سلام', 'سالم', 1],
    ['two errors', 'مساعده', 'مصاعدا', 2],
    ['more than asked for', 'مساعده', 'غريب', 3],
    ['very different lengths', 'لا', 'مساعده', 3],
    ['an empty word', '', 'لا', 2],
  ])('counts %s', (_name, one, other, expected) => {
    expect(editDistance(one, other, 2)).toBe(expected);
    expect(editDistance(other, one, 2)).toBe(expected);
  });
});
