import { loadCalibrationMessages } from '../../bench/lib/calibration-messages';
import { binScores, calibrationError } from '../../bench/lib/reliability';
import { seeMessages } from '../../bench/lib/see-messages';
import { probability } from '../../src/learning/logistic';
import calibration from '../../src/matching/calibration.json';
import { loadRooms } from '../helpers/rooms';

test('scores are the share that is right, within 4 in 100 (if not: npm run calibrate)', () => {
  const { knowledge, matcher, readMessage } = loadRooms();
  const { topic } = seeMessages(matcher, loadCalibrationMessages(readMessage, knowledge));
  const scored = topic.map(({ signals, isTrue }) => ({
    score: probability(calibration.topic, signals),
    right: isTrue,
  }));
  expect(calibrationError(binScores(scored))).toBeLessThan(0.04);
});
