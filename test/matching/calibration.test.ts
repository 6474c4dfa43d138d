import { fitWith } from '../../bench/lib/fit-calibration';
import { loadCalibrationQuestions } from '../../bench/lib/see-stories';
import kept from '../../src/matching/calibration.json';
import { loadRooms } from '../helpers/rooms';

/** Larger differences than rounding and other processors make: the content has moved away from the calibration. */
const LARGEST_DRIFT = 0.75;

test('calibration.json is fitted to the shipped knowledge (if not: npm run calibrate)', () => {
  const { knowledge, matcher, readMessage } = loadRooms();
  const fitted = fitWith(knowledge, loadCalibrationQuestions(readMessage, knowledge), matcher.trained);
  for (const name of ['scope', 'topic', 'twoQuestions'] as const) {
    expect(Math.abs(fitted[name].constant - kept[name].constant)).toBeLessThan(LARGEST_DRIFT);
    const weights: Record<string, number> = kept[name].weights;
    for (const [signal, weight] of Object.entries<number>(fitted[name].weights)) {
      expect({ signal, drift: Math.abs(weight - (weights[signal] ?? Infinity)) < LARGEST_DRIFT }).toEqual({
        signal,
        drift: true,
      });
    }
  }
});
