import type { Match, Scored } from './match';

/** The topics a match answers or offers, best first. */
export function matchedTopics(match: Match): readonly Scored[] {
  switch (match.kind) {
    case 'sure':
    case 'unsure':
      return match.topics;
    case 'wish':
    case 'unknown':
      return [];
    default:
      return match satisfies never;
  }
}

/** Their ids. */
export const matchedIds = (match: Match): readonly string[] => matchedTopics(match).map(({ topic }) => topic);
