import { matchedTopics } from '../../matching/matched-topics';
import type { Reading } from '../../reading/reading';
import type { Heard } from '../reply/reply';
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

/** The facts of a message that asks nothing of its own. */
export function factsOf({ reading }: { readonly reading: Reading }): Heard {
  return { questions: [], facts: reading.facts.told };
}
