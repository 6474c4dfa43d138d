import { loadUrgentGrid } from '../../bench/lib/urgent-grid';
import { loadRooms } from '../helpers/rooms';

const { readUrgent } = loadRooms();
const grid = loadUrgentGrid();
/** Of 100 messages, how many are raised. */
const raised = (name: keyof typeof grid): number => {
  const { texts } = grid[name];
  return (100 * texts.filter((text) => readUrgent(text) !== undefined).length) / texts.length;
};

describe('urgent signs: the grid of signs and what people put around them', () => {
  it.each([
    ['signs, bare', 99],
    ['signs, a question behind', 98],
    // 96.8 to 97.3, by what else is learnt, with 96.9 on messages held out; the reader before: 98.2 here, on signs it was written for, 95.4 there.
    ['signs, in a story', 96],
  ] as const)('%s: at least %i of 100 are heard', (name, least) => {
    expect(raised(name)).toBeGreaterThanOrEqual(least);
  });

  it.each([
    ['calm, bare', 4],
    ['calm, a question behind', 5],
    ['calm, in a story', 6],
  ] as const)('%s: at most %i of 100 are raised', (name, most) => {
    expect(raised(name)).toBeLessThanOrEqual(most);
  });
});
