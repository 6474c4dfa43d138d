import type { Match, Matcher } from '../../src/matching/match';
import { matchedIds } from '../../src/matching/matched-topics';
import type { FollowUpRow, InScopeRow, OutOfScopeRow, TwoQuestionsRow } from './question-files';

/** What became of one question about one topic. */
export interface InScopeResult {
  readonly row: InScopeRow;
  readonly match: Match;
  readonly first: boolean;
  readonly among: boolean;
  /** Answered as sure, and not with the right topic. */
  readonly wronglySure: boolean;
}

/** Asks every question about one topic. */
export function measureInScope(matcher: Matcher, rows: readonly InScopeRow[]): InScopeResult[] {
  return rows.map((row) => {
    const match = matcher.match(row.text);
    const topics = matchedIds(match);
    const first = topics[0] === row.topic;
    return {
      row,
      match,
      first,
      among: topics.includes(row.topic),
      wronglySure: match.kind === 'sure' && !topics.includes(row.topic),
    };
  });
}

/** The sentences out of scope that were not refused. */
export function measureOutOfScope(matcher: Matcher, rows: readonly OutOfScopeRow[]) {
  return rows.map((row) => ({ row, match: matcher.match(row.text) })).filter(({ match }) => match.kind !== 'unknown');
}

/** Messages with two questions whose both topics were answered, and single questions wrongly cut. */
export function measureTwoQuestions(matcher: Matcher, rows: readonly TwoQuestionsRow[]) {
  const asked = rows.map((row) => ({ row, match: matcher.match(row.text) }));
  const pairs = asked.filter(({ row }) => row.topic2 !== '-');
  const singles = asked.filter(({ row }) => row.topic2 === '-');
  const isPair = (match: Match): boolean => match.kind === 'sure' && match.topics.length > 1;
  return {
    pairs,
    answered: pairs.filter(
      ({ row, match }) => isPair(match) && [row.topic1, row.topic2].every((topic) => matchedIds(match).includes(topic)),
    ),
    singles,
    cut: singles.filter(({ match }) => isPair(match)),
  };
}

/** Follow-ups after their opening question: answered with the right topic, or at least offered it. */
export function measureFollowUps(matcher: Matcher, rows: readonly FollowUpRow[]) {
  const asked = rows.map((row) => {
    const { area } = matcher.match(row.opening);
    const match = matcher.match(row.follow_up, { topic: row.opening_topic, ...(area !== undefined && { area }) });
    return { row, match };
  });
  return {
    asked,
    right: asked.filter(({ row, match }) => match.kind === 'sure' && matchedIds(match).includes(row.topic)),
    among: asked.filter(({ row, match }) => matchedIds(match).includes(row.topic)),
  };
}
