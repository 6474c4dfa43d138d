import { createHash } from 'node:crypto';
import type { Knowledge } from '../../knowledge/knowledge';
import type { TrainedMatcher } from '../../matching/create-matcher';
import { groupByMeaning, type Meaning } from '../../matching/group-by-meaning';
import { createThingReader } from '../../matching/read-things';
import type { Group, Nearby, Waiting } from '../../staff/content/workshop';

interface Ready {
  readonly knowledge: Knowledge;
  readonly matcher: TrainedMatcher;
}

interface Tools {
  readonly isUrgent: (text: string) => boolean;
  readonly nearestOf: (text: string) => Nearby[];
}

/** One phrasing of so many shows what words are usual: all of them, read again, take a second and tell no more. */
const ONE_OF = 5;
/** Topics a question may be about that count, and the least share of belief. */
const MOST_LIKELY = 5;
const LEAST_SHARE = 0.05;

/** What is usual in the phrasings of a matcher's content: read once. */
const usualBy = new WeakMap<TrainedMatcher, readonly Meaning[]>();

/** Groups of questions that nobody could answer, those asked most first. */
export function groupWaiting(ready: Ready, waiting: readonly Waiting[], { isUrgent, nearestOf }: Tools): Group[] {
  const { knowledge, matcher } = ready;
  const ordered = [...waiting].sort((a, b) => b.times - a.times || b.lastAt - a.lastAt);
  const readThings = createThingReader(knowledge.ordinaryWords.sameThings);
  const meanings = ordered.map(({ text }): Meaning => {
    const { ranked, reading } = matcher.rank(text);
    const likely = ranked
      .slice(0, MOST_LIKELY)
      .filter(({ label, belief }) => belief > LEAST_SHARE && knowledge.topicById.has(label))
      .map(({ label, belief }) => [label, belief] as const);
    return { stems: reading.stems, concepts: reading.concepts, things: readThings(text), likely };
  });
  return groupByMeaning(meanings, usualIn(ready))
    .map((members): Group => {
      const questions = members.flatMap((at) => ordered[at] ?? []);
      const first = questions[0]?.text ?? '';
      return {
        id: createHash('sha256').update(first).digest('base64url').slice(0, 16),
        questions,
        times: questions.reduce((sum, { times }) => sum + times, 0),
        nearest: nearestOf(first),
        urgent: questions.some(({ text }) => isUrgent(text)),
      };
    })
    .sort((a, b) => b.times - a.times);
}

function usualIn({ knowledge, matcher }: Ready): readonly Meaning[] {
  const known = usualBy.get(matcher);
  if (known !== undefined) return known;
  const phrasings = knowledge.topics.flatMap((topic) => topic.phrasings);
  const usual = phrasings.filter((_, at) => at % ONE_OF === 0).map((text) => matcher.readingOf(text));
  usualBy.set(matcher, usual);
  return usual;
}
