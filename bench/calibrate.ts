/**
 * `npm run calibrate`: fits src/matching/calibration.json anew, on the development questions and messages and on the whole
 * messages of the content. Each half of those is judged by readers that learnt from the other half only.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knowledge } from '../src/knowledge/knowledge';
import { keptContent } from '../src/program/content/kept-content';
import { loadKnowledge } from '../src/knowledge/load-knowledge';
import { fitCalibration, type Seen } from '../src/matching/calibration';
import { createMatcher } from '../src/matching/create-matcher';
import { createMessageReader } from '../src/reading/create-message-reader';
import { loadCalibrationMessages, seeStoryMessages } from './lib/calibration-messages';
import { roundNumbers } from './lib/round-numbers';
import { joinSeen, seeMessages } from './lib/see-messages';

const FILE = join('src', 'matching', 'calibration.json');
const FOLDS = 2;

const knowledge = loadKnowledge('knowledge', keptContent());
const seen = Array.from({ length: FOLDS }, (_, fold) => seeFold(fold));
const calibration = fitCalibration(joinSeen(seen));
writeFileSync(FILE, `${JSON.stringify(roundNumbers(calibration), null, 2)}\n`);
console.log(`${FILE} written. \`npm run eval\` shows what it does.`);

/** What readers that never saw the messages of a fold make of them; the first also of the development questions. */
function seeFold(fold: number): Seen {
  const isLeftOut = (_message: unknown, at: number): boolean => at % FOLDS === fold;
  const { storyFiles } = knowledge;
  const content: Knowledge = {
    ...knowledge,
    storyFiles: storyFiles.map(({ file, messages }) => ({
      file,
      messages: messages.filter((message, at) => !isLeftOut(message, at)),
    })),
  };
  const { readMessage } = createMessageReader(content);
  const leftOut = storyFiles.flatMap(({ messages }) => messages.filter(isLeftOut));
  return seeMessages(createMatcher(content), [
    ...seeStoryMessages(leftOut, readMessage),
    ...(fold === 0 ? loadCalibrationMessages(readMessage, content) : []),
  ]);
}
