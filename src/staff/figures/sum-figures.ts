import type { Figure, Subject } from './figure';

/** Counts below it are not told: a handful of people could be known again. */
const LEAST_TOLD = 5;

/** A count as it may be told. */
export type Cell =
  | { readonly kind: 'none' }
  /** From 1 to 4. */
  | { readonly kind: 'few' }
  | { readonly kind: 'count'; readonly count: number }
  /** To the nearest five: the exact sum would tell a day that is kept back. */
  | { readonly kind: 'about'; readonly count: number };

/** A day, or a week under its first day. */
export interface Period {
  readonly from: string;
  readonly cells: Readonly<Record<string, Cell>>;
}

/** What was answered most. */
export interface TopicCount {
  readonly topic: string;
  readonly revision: number;
  readonly now: Cell;
  /** In as many days before. */
  readonly before: Cell;
}

/** What the page of figures has a column for, in its order. */
export const SHOWN = [
  'began',
  'answer',
  'suggest',
  'taken',
  'passed',
  'unknown',
  'urgent',
  'handoff',
  'check-begun',
  'check-ended',
  'check-left',
] as const;
type Shown = (typeof SHOWN)[number];

/** Counts that are part of another, and what is left of it: a conversation that was quit is counted by nothing. */
const SHARES: readonly { readonly whole: Subject; readonly part: Subject; readonly rest: Shown }[] = [
  { whole: 'suggest', part: 'taken', rest: 'passed' },
  { whole: 'check-begun', part: 'check-ended', rest: 'check-left' },
];

/** Figures by day, the newest first. Pure. */
export function sumDays(figures: readonly Figure[]): readonly Period[] {
  return periods(figures, (day) => day);
}

/** Figures by week, which begins on Saturday as Arab calendars have it. Pure. */
export function sumWeeks(figures: readonly Figure[]): readonly Period[] {
  return periods(figures, weekOf);
}

function periods(figures: readonly Figure[], periodOf: (day: string) => string): Period[] {
  const days = new Map<string, Map<string, number>>();
  for (const [key, count] of totals(figures, ({ day, subject }) => `${day} ${subject}`)) {
    const [day = '', subject = ''] = key.split(' ');
    days.set(day, (days.get(day) ?? new Map<string, number>()).set(subject, count));
  }
  const spans = new Map<string, ReadonlyMap<string, number>[]>();
  for (const [day, counts] of days) {
    const from = periodOf(day);
    spans.set(from, [...(spans.get(from) ?? []), withRests(counts)]);
  }
  return [...spans]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([from, span]) => ({
      from,
      cells: Object.fromEntries(SHOWN.map((subject) => [subject, cellIn(span, subject)])),
    }));
}

/** A day's counts with what is left of those that have parts. */
function withRests(counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const rests = SHARES.map(({ whole, part, rest }): [string, number] => [
    rest,
    // What began before midnight may come to its end after it.
    Math.max(0, (counts.get(whole) ?? 0) - (counts.get(part) ?? 0)),
  ]);
  return new Map([...counts, ...rests]);
}

function cellIn(span: readonly ReadonlyMap<string, number>[], subject: Shown): Cell {
  const share = SHARES.find(({ part, rest }) => subject === part || subject === rest);
  const counts = countsIn(span, subject);
  if (share === undefined) return cellOf(counts);
  // Whole and part told exactly would tell the rest.
  return cellOf(counts, countsIn(span, subject === share.rest ? share.part : share.rest));
}

const countsIn = (span: readonly ReadonlyMap<string, number>[], subject: string): readonly number[] =>
  span.flatMap((counts) => counts.get(subject) ?? []).filter((count) => count > 0);

/** The answers given most from `from` on, and in the days before it. Pure. */
export function sumTopics(figures: readonly Figure[], from: string): readonly TopicCount[] {
  const of = (some: readonly Figure[]): Map<string, number> =>
    totals(
      some.filter(({ subject }) => subject.startsWith('topic:')),
      ({ subject, revision }) => `${subject.slice('topic:'.length)} ${revision}`,
    );
  const before = of(figures.filter(({ day }) => day < from));
  return [...of(figures.filter(({ day }) => day >= from))]
    .sort(([, a], [, b]) => b - a)
    .map(([key, count]) => {
      const [topic = '', revision = ''] = key.split(' ');
      return { topic, revision: Number(revision), now: cellOf([count]), before: cellOf([before.get(key) ?? 0]) };
    });
}

/** Counts under one key added up. */
export function totals(figures: readonly Figure[], keyOf: (figure: Figure) => string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const figure of figures) sums.set(keyOf(figure), (sums.get(keyOf(figure)) ?? 0) + figure.count);
  return sums;
}

/**
 * A count, or the sum of several, as it may be told.
 *
 * @param beside counts that could be reckoned from this one
 */
export function cellOf(counts: readonly number[], beside: readonly number[] = []): Cell {
  const count = counts.reduce((sum, one) => sum + one, 0);
  if (count === 0) return { kind: 'none' };
  if (count < LEAST_TOLD) return { kind: 'few' };
  const isFew = (one: number): boolean => one < LEAST_TOLD;
  const hides = (counts.length > 1 && counts.some(isFew)) || beside.some(isFew);
  return hides ? { kind: 'about', count: Math.round(count / LEAST_TOLD) * LEAST_TOLD } : { kind: 'count', count };
}

const DAY_MS = 86_400_000;
const SATURDAY = 6;

function weekOf(day: string): string {
  const at = Date.parse(day);
  const since = (new Date(at).getUTCDay() - SATURDAY + 7) % 7;
  return new Date(at - since * DAY_MS).toISOString().slice(0, 10);
}
