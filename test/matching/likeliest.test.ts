import { likeliest } from '../../src/learning/likeliest';

it.each([
  ['the best first', [0.2, 0.9, 0.5], 3, 0.1, [1, 2, 0]],
  ['no more than asked for', [0.2, 0.9, 0.5, 0.7], 2, 0.1, [1, 3]],
  ['of equals the earlier', [0.5, 0.5, 0.5], 2, 0.1, [0, 1]],
  ['none less alike than the least', [0, 0.05, 0.04, 0.06], 4, 0.05, [3, 1]],
  ['none where nothing is alike', [0, 0], 4, Number.MIN_VALUE, []],
])('takes %s', (_name, likeness, most, least, expected) => {
  expect(likeliest(Float64Array.from(likeness), most, least)).toEqual(expected);
});
