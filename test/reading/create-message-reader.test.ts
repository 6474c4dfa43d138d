import fc from 'fast-check';
import { loadRooms } from '../helpers/rooms';

const { readMessage } = loadRooms();
const read = (text: string) => readMessage(text, 0);

describe('the reader of whole messages', () => {
  it.each([
    ['a greeting and a question', 'السلام عليكم، كم سعر الجلسة؟', ['filler', 'question']],
    ['thanks behind a question', 'كم سعر الجلسة؟ شكرا', ['question', 'filler']],
    ['nothing', '؟!', []],
  ])('%s', (_name, text, kinds) => {
    expect(read(text).clauses.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('loses no word of any text, and reads it the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { clauses } = read(text);
        expect(read(text).clauses).toEqual(clauses);
        expect(clauses.every(({ words }) => words.length > 0)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
