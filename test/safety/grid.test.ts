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
    // 97.0 to 98.1, by what else is learnt.
    ['signs, in a story', 96],
    ['signs, amid sixty calm words', 85],
  ] as const)('%s: at least %i of 100 are heard', (name, least) => {
    expect(raised(name)).toBeGreaterThanOrEqual(least);
  });

  it.each([
    ['calm, bare', 4],
    ['calm, a question behind', 5],
    ['calm, in a story', 6],
    ['calm, amid sixty calm words', 6],
  ] as const)('%s: at most %i of 100 are raised', (name, most) => {
    expect(raised(name)).toBeLessThanOrEqual(most);
  });
});
