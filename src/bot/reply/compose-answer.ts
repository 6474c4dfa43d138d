import type { Topic } from '../../knowledge/knowledge';
import type { Area } from '../../matching/match';
import { topicChoice, topicChoices } from './compose-choices';
import type { ComposeDependencies } from './compose-dependencies';
import { firstSentences } from './first-sentences';
import type { Choice, Reply } from './reply';

/** A topic to answer with, and the probability (0–1) that it is what was asked. */
export interface Asked {
  readonly topic: string;
  readonly score: number;
  /** As it was asked, narrowest first: an answer on opening hours is about the day it names. */
  readonly questions?: readonly string[];
  /** What is answered in place of the topic's own text, because of what the person told. */
  readonly instead?: string | undefined;
}

const AREAS: readonly Area[] = ['face', 'hair'];
/** Buttons under an answer: Teams shows no more, and people read no more. */
export const MOST_CHOICES = 3;

/**
 * The answer to one question, or a short one to each of several under its own question, with a button for the whole
 * answer. Where face and hair differ and none was named, the text is what is common and both are offered.
 */
export function composeAnswer(
  asked: readonly Asked[],
  area: Area | undefined,
  dependencies: ComposeDependencies,
): Reply {
  const { knowledge, texts } = dependencies;
  const topics = asked.flatMap(({ topic }) => knowledge.topicById.get(topic) ?? []);
  const questionsOf = ({ id }: Topic): readonly string[] | undefined =>
    asked.find(({ topic }) => topic === id)?.questions;
  const open = topics.filter((topic) => differsByArea(topic) && !isAreaOf(topic, area));
  const insteadOf = ({ id }: Topic): string | undefined => asked.find(({ topic }) => topic === id)?.instead;
  const parts = topics.map((topic) => {
    const instead = insteadOf(topic);
    if (topics.length === 1) return instead ?? texts.answer(topic, area, questionsOf(topic));
    const short =
      instead === undefined ? shortOf(topic, area, questionsOf(topic), dependencies) : firstSentences(instead);
    return `${topic.question}\n${short}`;
  });
  const intro = topics.length > 1 ? [knowledge.messages.chat.twoAnswers] : [];
  const ask = open.length > 0 && topics.length === 1 ? [texts.sentence(knowledge.messages.chat.whichArea.text)] : [];
  const note = texts.note(topics);
  const source = texts.source(topics);
  return {
    kind: 'answer',
    text: noticeOnce([...intro, ...parts, ...ask].join('\n\n'), knowledge.messages.chat.exampleClinic),
    choices: topics.length > 1 ? topics.map(topicChoice) : choicesOf(topics, open, dependencies).slice(0, MOST_CHOICES),
    ...(note === undefined ? {} : { note }),
    ...(source === undefined ? {} : { source }),
    links: texts.contacts(...topics.map((topic) => textOf(topic, area))),
    topics: topics.map(({ id }) => id),
    score: asked[0]?.score ?? 0,
  };
}

/** A notice that several parts end with stands once, at the end. */
function noticeOnce(text: string, notice: string): string {
  const [first = '', ...rest] = text.split(`\n\n${notice}`);
  return rest.length < 2 ? text : `${first}${rest.join('')}\n\n${notice}`;
}

function shortOf(
  topic: Topic,
  area: Area | undefined,
  questions: readonly string[] | undefined,
  { texts }: ComposeDependencies,
): string {
  const text = texts.short(topic, area, questions);
  return topic.short === undefined ? firstSentences(text) : text;
}

function textOf({ answer, byArea }: Topic, area: Area | undefined): string {
  return (area && byArea?.[area]) ?? answer;
}

function differsByArea({ byArea }: Topic): boolean {
  return AREAS.every((area) => byArea?.[area] !== undefined);
}

function isAreaOf({ byArea }: Topic, area: Area | undefined): boolean {
  return area !== undefined && byArea?.[area] !== undefined;
}

/** The areas of the first topic that differs by them, then related questions that are not answered already. */
function choicesOf(topics: readonly Topic[], open: readonly Topic[], dependencies: ComposeDependencies): Choice[] {
  const answered = new Set(topics.map(({ id }) => id));
  const related = new Set(topics.flatMap((topic) => topic.related).filter((id) => !answered.has(id)));
  return [
    ...open.slice(0, 1).flatMap((topic) => areaChoices(topic, dependencies)),
    ...topicChoices([...related], dependencies.knowledge),
  ];
}

function areaChoices({ id }: Topic, { knowledge, shortcuts }: ComposeDependencies): Choice[] {
  return AREAS.flatMap((area) => {
    const value = shortcuts.areaValue(id, area);
    const title = knowledge.messages.chat.whichArea[area];
    return value === undefined ? [] : [{ title, value, data: { topic: id, area } }];
  });
}
