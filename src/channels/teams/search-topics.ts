import type { ComposeDependencies } from '../../bot/reply/compose-dependencies';
import { composeUrgent } from '../../bot/reply/compose-urgent';
import type { Understand } from '../../bot/understand/understand';
import type { Knowledge, Topic } from '../../knowledge/knowledge';
import type { Area, Match } from '../../matching/match';
import { matchedIds } from '../../matching/matched-topics';

/** An approved answer: a topic, and the body area its text is about where one was named. */
export interface Found {
  readonly topic: Topic;
  readonly area: Area | undefined;
}

/** What a search gives: answers, best first, or a sentence. */
type SearchResult =
  { readonly kind: 'found'; readonly found: readonly Found[] } | { readonly kind: 'sentence'; readonly text: string };

/** What the search reads with: the same as the conversation. */
export interface SearchDependencies {
  readonly understand: Understand;
  readonly compose: ComposeDependencies;
  readonly knowledge: Pick<Knowledge, 'topics' | 'topicById' | 'categories' | 'messages'>;
}

/** Searches the approved answers. Pure; an empty text gives all, the most useful first. */
export type SearchTopics = (text: string) => SearchResult;

/** Creates the search. It finds what the conversation would answer or offer, and refuses what that would refuse. */
export function createSearchTopics({ understand, compose, knowledge }: SearchDependencies): SearchTopics {
  const { topicById, topics, categories, messages } = knowledge;
  const { useful, nothing } = messages.teams.search;
  const refusal: SearchResult = { kind: 'sentence', text: compose.texts.sentence(nothing) };
  const find = (ids: readonly string[], area?: Area): SearchResult => {
    const found = [...new Set(ids)].flatMap((id) => {
      const topic = topicById.get(id);
      return topic === undefined ? [] : [{ topic, area }];
    });
    return found.length === 0 ? refusal : { kind: 'found', found };
  };
  const everything = find([...useful.map(({ topic }) => topic), ...topics.map(({ id }) => id)]);
  const relatedTo = (ids: readonly string[]): string[] => ids.flatMap((id) => topicById.get(id)?.related ?? []);
  const findMatch = (match: Match): SearchResult => {
    const ids = matchedIds(match);
    if (ids.length === 0) return refusal;
    return find(match.kind === 'sure' ? [...ids, ...relatedTo(ids)] : ids, match.area);
  };

  return (text) => {
    if (text.trim() === '') return everything;
    const meant = understand({ text, extras: 'none' }, {});
    switch (meant.kind) {
      case 'urgent':
        return { kind: 'sentence', text: composeUrgent(meant.urgent, compose).text };
      case 'question':
        return findMatch(meant.match);
      case 'topic':
        return find([meant.topic, ...relatedTo([meant.topic])], meant.area);
      case 'told':
        return find([meant.topic, ...relatedTo([meant.topic])]);
      case 'category':
        return find(categories.find(({ id }) => id === meant.category)?.topics.map(({ id }) => id) ?? []);
      case 'command':
        return meant.command === 'menu' || meant.command === 'help' ? everything : refusal;
      case 'unreadable':
      case 'deed':
      case 'social':
      case 'wish':
      case 'complaint':
      case 'none-of-these':
      case 'language':
      case 'denied':
        return refusal;
      default:
        return meant satisfies never;
    }
  };
}
