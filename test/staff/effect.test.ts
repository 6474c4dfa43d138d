import type { Match } from '../../src/matching/match';
import type { Conflict } from '../../src/staff/effect/effect';
import { measureEffect, type Side } from '../../src/staff/effect/measure-effect';

const sure = (topic: string): Match => ({ kind: 'sure', topics: [{ topic, score: 0.9 }], score: 0.9 });
const OFFERED: Match = { kind: 'unsure', topics: [{ topic: 'price', score: 0.4 }], score: 0.4 };
const UNKNOWN: Match = { kind: 'unknown', score: 0 };
const sideOf = (match: Match): Side => ({ match: () => match, lean: () => 'price' });

/** What stands against one new phrasing of `pain`. */
function conflicts(live: Match, draft: Match, isUrgent = false): readonly Conflict['kind'][] {
  const added = [{ text: 'كم سعر الجلسة', topic: 'pain' }];
  const none = { phrasings: [], saved: [], waiting: [], owners: new Map() };
  const effect = measureEffect(sideOf(live), sideOf(draft), { ...none, added, isUrgent: () => isUrgent });
  return effect.conflicts.map(({ kind }) => kind);
}

it.each<[name: string, live: Match, draft: Match, expected: readonly Conflict['kind'][]]>([
  ['nobody understood it before', UNKNOWN, sure('pain'), []],
  ['it was offered among others', OFFERED, sure('pain'), []],
  ['it was surely a question of another topic', sure('price'), sure('pain'), ['elsewhere']],
  ['it still leads elsewhere', sure('price'), sure('price'), ['astray']],
])('a new phrasing: %s', (_name, live, draft, expected) => {
  expect(conflicts(live, draft)).toEqual(expected);
});

it('a danger sign is told before anything else', () => {
  expect(conflicts(sure('price'), sure('pain'), true)).toEqual(['urgent']);
});
