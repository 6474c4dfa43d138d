import { matchedTopics } from '../../matching/matched-topics';
import type { Reading } from '../../reading/reading';
import type { Heard, Reply } from '../reply/reply';
import type { Understanding } from './understand';

/** The questions and facts of a message, as it was understood. */
export function tellHeard({ text, match, reading }: Extract<Understanding, { kind: 'question' }>): Heard {
  const scored = matchedTopics(match);
  const questions =
    match.kind === 'sure'
      ? scored.map(({ topic, score, text: part = text }) => ({ text: part, topics: [topic], score }))
      : [{ text, topics: scored.map(({ topic }) => topic), score: match.score }];
  return { questions, facts: reading.facts.told };
}

/**
 * What the first reply of a turn tells of the message, where it does not say so itself: the facts told, and the whole message
 * as the question of the topics it answers or offers.
 */
export function hearing(reply: Reply, text: string, reading: Reading | undefined): Reply {
  const { kind, topics, score, heard } = reply;
  const isAbout = topics.length > 0 && (kind === 'answer' || kind === 'suggest');
  const whole = isAbout ? [{ text, topics, score }] : [];
  const questions = heard === undefined || heard.questions.length === 0 ? whole : heard.questions;
  return { ...reply, heard: { questions, facts: heard?.facts ?? reading?.facts.told ?? [] } };
}
