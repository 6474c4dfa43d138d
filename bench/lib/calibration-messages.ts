import { askingPart } from '../../src/bot/understand/asking-part';
import type { Knowledge } from '../../src/knowledge/knowledge';
import type { StoryMessage } from '../../src/knowledge/story-message';
import { createRandom } from '../../src/learning/random';
import { WISH } from '../../src/matching/labels';
import type { MatchContext, Story } from '../../src/matching/match';
import { makeStories } from '../../src/reading/clauses/make-stories';
import type { MessageReader } from '../../src/reading/reading';
import { loadConversations, loadMessages } from './message-files';
import { loadQuestionFiles } from './question-files';

/** A message as the matcher gets it, with what is true of it. */
export interface CalibrationMessage {
  readonly story: Story;
  /** What is asked, each with its equally right labels; nothing of talk that is out of scope. */
  readonly asks: readonly (readonly string[])[];
  /** Labels that are right too. */
  readonly also: readonly string[];
  /** What the conversation was about before it. */
  readonly about?: MatchContext;
  /** How often it counts. */
  readonly weight: number;
}

/** How much each kind counts: the messages of patients most, of which there are few. */
const WEIGHTS = { message: 3, story: 1, question: 0.5, pair: 1, stray: 1, turn: 3, followUp: 1, strayTurn: 0.3 };
/** What the labels of messages are called among the matcher's. */
const WISHES: Readonly<Record<string, readonly string[]>> = {
  eligibility: [`${WISH}check`],
  handoff: [`${WISH}person`, `${WISH}complaint`],
};
/** Of the labels, these are no question that the matcher answers. */
const NOT_ASKED = ['urgent', 'social'];
const NO_TOPIC = [...NOT_ASKED, 'oos'];
/** Every so manieth sentence out of scope is also put behind what a person tells. */
const EACH = 12;
const MOST_TOLD = 3;
/** Talk out of scope comes after any topic: prime to how many there are. */
const STRIDE = 37;

/** The development questions and messages, and talk out of scope behind a story. */
export function loadCalibrationMessages(readMessage: MessageReader, knowledge: Knowledge): CalibrationMessage[] {
  const { inScope, twoQuestions, followUps, outOfScope } = loadQuestionFiles('development');
  const bare = (text: string, asks: readonly string[], weight: number): CalibrationMessage => ({
    // As the program reads it: a pair of questions is mostly two clauses.
    story: askingPart(readMessage(text, 0)),
    asks: asks.map((label) => [label]),
    also: [],
    weight,
  });
  const messages = loadMessages('development').filter(
    ({ asks }) => !asks.flat().some((label) => NOT_ASKED.includes(label)),
  );
  return [
    ...inScope.map(({ text, topic }) => bare(text, [topic], WEIGHTS.question)),
    ...followUps.map(({ follow_up, topic }) => bare(follow_up, [topic], WEIGHTS.question)),
    ...followUps.map(({ follow_up, topic, opening_topic }) => ({
      ...bare(follow_up, [topic], WEIGHTS.followUp),
      about: { topic: opening_topic },
    })),
    ...outOfScope.map(({ text }, at) => ({
      ...bare(text, [], WEIGHTS.strayTurn),
      about: { topic: knowledge.topics[(at * STRIDE) % knowledge.topics.length]?.id ?? '' },
    })),
    ...loadTurns(readMessage, knowledge),
    ...twoQuestions.map(({ text, topic1, topic2 }) =>
      bare(text, topic2 === '-' ? [topic1] : [topic1, topic2], WEIGHTS.pair),
    ),
    ...outOfScope.map(({ text }) => bare(text, [], WEIGHTS.stray)),
    ...frameStrays(outOfScope, knowledge).map((text) => bare(text, [], WEIGHTS.stray)),
    ...messages.map(({ text, asks, also }) => ({
      story: askingPart(readMessage(text, 0)),
      asks: asks.filter((labels) => !labels.includes('oos')).map((labels) => labels.flatMap(labelsOf)),
      also: also.flatMap(labelsOf),
      weight: WEIGHTS.message,
    })),
  ];
}

/** The later turns of development conversations, each after the topic that was to be talked of before. */
function loadTurns(readMessage: MessageReader, knowledge: Knowledge): CalibrationMessage[] {
  return loadConversations('development').flatMap((turns) => {
    let topic: string | undefined;
    return turns.flatMap(({ text, asks }): CalibrationMessage[] => {
      const before = topic;
      topic = asks.flat().find((label) => knowledge.topicById.has(label)) ?? topic;
      if (before === undefined || asks.flat().some((label) => NO_TOPIC.includes(label))) return [];
      const story = askingPart(readMessage(text, 0));
      const labels = asks.map((each) => each.flatMap(labelsOf));
      return [{ story, asks: labels, also: [], about: { topic: before }, weight: WEIGHTS.turn }];
    });
  });
}

/** Whole messages of the content, for readers that did not learn from them. */
export function seeStoryMessages(messages: readonly StoryMessage[], readMessage: MessageReader): CalibrationMessage[] {
  return messages.map((parts) => ({
    story: askingPart(readMessage(parts.map(({ text }) => text).join(' '), 0)),
    asks: parts.flatMap((part) => (part.kind === 'question' ? [labelsOfPart(part.label)] : [])),
    also: [],
    weight: WEIGHTS.story,
  }));
}

const labelsOf = (label: string): readonly string[] => WISHES[label] ?? [label];

function labelsOfPart(label: string): string[] {
  return ['person', 'complaint', 'check', 'more'].includes(label) ? [WISH + label] : [label];
}

function frameStrays(strays: readonly { readonly text: string }[], knowledge: Knowledge): string[] {
  const told = makeStories(knowledge, {}).flatMap((story) =>
    story.filter(({ kind }) => kind === 'fact' || kind === 'report'),
  );
  const random = createRandom(1);
  return strays
    .filter((_stray, at) => at % EACH === 0)
    .map(({ text }) => {
      const from = Math.floor(random() * (told.length - MOST_TOLD));
      const before = told.slice(from, from + 1 + Math.floor(random() * MOST_TOLD)).map((clause) => clause.text);
      return [...before, text].join(' ');
    });
}
