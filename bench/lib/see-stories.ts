import { askingPart } from '../../src/bot/asking-part';
import { createRandom } from '../../src/learning/random';
import { WISH } from '../../src/matching/confidence';
import type { MessageReader } from '../../src/reading/reading';
import { makeStories, type StoryContent } from '../../src/reading/clauses/make-stories';
import { loadMessages, type MessageRow } from './message-files';
import { loadQuestionFiles, type OutOfScopeRow, type QuestionFiles } from './question-files';

/** A message as the matcher gets it, with the labels that are right; none for talk that is out of scope. */
export interface SeenStory {
  readonly text: string;
  readonly topics: readonly string[];
}

/** What the confidence is fitted on: the development questions, and what is left of whole messages without their filler. */
export type CalibrationQuestions = QuestionFiles & { readonly stories: readonly SeenStory[] };

/** Loads them. */
export function loadCalibrationQuestions(readMessage: MessageReader, content: StoryContent): CalibrationQuestions {
  const questions = loadQuestionFiles('development');
  return { ...questions, stories: seeStories(readMessage, loadMessages('development'), questions.outOfScope, content) };
}

/** What the labels of messages are called among the matcher's. */
const WISHES: Readonly<Record<string, readonly string[]>> = {
  eligibility: [`${WISH}check`],
  handoff: [`${WISH}person`, `${WISH}complaint`],
};
/** Of the labels, these are no question that the matcher answers. */
const NOT_ASKED = ['urgent', 'social'];
/** Every so manieth sentence out of scope is also put behind a story. */
const EACH = 12;
const MOST_TOLD = 3;

/** The messages for calibrating: those of patients, and talk out of scope behind what a person tells of herself. */
function seeStories(
  readMessage: MessageReader,
  messages: readonly MessageRow[],
  strays: readonly OutOfScopeRow[],
  content: StoryContent,
): SeenStory[] {
  const seen = messages
    .filter(({ asks }) => !asks.flat().some((label) => NOT_ASKED.includes(label)))
    .map(({ asks, also, text }) => ({
      text,
      topics: [...asks.flat(), ...also].filter((label) => label !== 'oos').flatMap((label) => WISHES[label] ?? [label]),
    }));
  const told = makeStories(content, {}).flatMap((story) =>
    story.filter(({ kind }) => kind === 'fact' || kind === 'report'),
  );
  const random = createRandom(1);
  const framed = strays
    .filter((_stray, at) => at % EACH === 0)
    .map(({ text }) => {
      const from = Math.floor(random() * (told.length - MOST_TOLD));
      const before = told.slice(from, from + 1 + Math.floor(random() * MOST_TOLD)).map((clause) => clause.text);
      return { text: [...before, text].join(' '), topics: [] };
    });
  return [...seen, ...framed].map(({ text, topics }) => ({ text: askingPart(readMessage(text, 0)), topics }));
}
