/** `npm run calibrate`: fits src/matching/calibration.json anew on the development questions. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadKnowledge } from '../src/knowledge/load-knowledge';
import { fitCalibration } from './lib/fit-calibration';
import { loadQuestionFiles } from './lib/question-files';
import { roundNumbers } from './lib/round-numbers';

const FILE = join('src', 'matching', 'calibration.json');

const calibration = fitCalibration(loadKnowledge('knowledge'), loadQuestionFiles('development'));
writeFileSync(FILE, `${JSON.stringify(roundNumbers(calibration), null, 2)}\n`);
console.log(`${FILE} written. \`npm run eval\` shows what it does.`);
