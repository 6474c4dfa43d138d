/** `npm run calibrate`: fits src/matching/calibration.json anew on the development questions. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadKnowledge } from '../src/knowledge/load-knowledge';
import { createKeptLearning } from '../src/storage/kept-learning';
import { loadMessageReader } from '../src/storage/load-message-reader';
import { fitCalibration } from './lib/fit-calibration';
import { roundNumbers } from './lib/round-numbers';
import { loadCalibrationQuestions } from './lib/see-stories';

const FILE = join('src', 'matching', 'calibration.json');

const knowledge = loadKnowledge('knowledge');
const readMessage = loadMessageReader(knowledge, createKeptLearning(join('dist', 'kept')));
const calibration = fitCalibration(knowledge, loadCalibrationQuestions(readMessage, knowledge));
writeFileSync(FILE, `${JSON.stringify(roundNumbers(calibration), null, 2)}\n`);
console.log(`${FILE} written. \`npm run eval\` shows what it does.`);
