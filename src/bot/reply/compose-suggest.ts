import type { Scored } from '../../matching/match';
import { sayChoice, topicChoice } from './compose-choices';
import type { ComposeDependencies } from './compose-dependencies';
import type { Reply } from './reply';

const MOST_SUGGESTIONS = 3;

/** "Did you mean …?": the canonical questions, numbered so that a number answers, and "none of these". */
export function composeSuggest(scored: readonly Scored[], { knowledge }: ComposeDependencies): Reply {
  const { didYouMean, noneOfThese } = knowledge.messages.chat;
  const topics = scored.slice(0, MOST_SUGGESTIONS).flatMap(({ topic }) => knowledge.topicById.get(topic) ?? []);
  const questions = topics.map(({ question }, at) => `${at + 1}. ${question}`);
  return {
    kind: 'suggest',
    text: [didYouMean, questions.join('\n')].join('\n\n'),
    choices: [...topics.map(topicChoice), sayChoice(noneOfThese.button)],
    topics: topics.map(({ id }) => id),
    score: scored[0]?.score ?? 0,
  };
}
