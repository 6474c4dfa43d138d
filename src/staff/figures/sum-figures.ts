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
  'unknown',
  'urgent',
  'handoff',
  'eligibility',
] as const satisfies readonly Subject[];

/** Figures by day, the newest first. Pure. */
export function sumDays(figures: readonly Figure[]): readonly Period[] {
  return periods(figures, (day) => day);
}

/** Figures by week, which begins on Saturday as Arab calendars have it. Pure. */
export function sumWeeks(figures: readonly Figure[]): readonly Period[] {
  return periods(figures, weekOf);
}

function periods(figures: readonly Figure[], periodOf: (day: string) => string): Period[] {
  const days = new Map<string, Map<string, number[]>>();
  for (const [key, count] of totals(figures, ({ day, subject }) => `${day} ${subject}`)) {
    const [day = '', subject = ''] = key.split(' ');
    const cells = days.get(periodOf(day)) ?? new Map<string, number[]>();
    days.set(periodOf(day), cells.set(subject, [...(cells.get(subject) ?? []), count]));
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([from, cells]) => ({
      from,
      cells: Object.fromEntries(SHOWN.map((subject) => [subject, cellOf(cells.get(subject) ?? [])])),
    }));
}

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

/** A count, or the sum of several, as it may be told. */
export function cellOf(counts: readonly number[]): Cell {
  const count = counts.reduce((sum, one) => sum + one, 0);
  if (count === 0) return { kind: 'none' };
  if (count < LEAST_TOLD) return { kind: 'few' };
  const hides = counts.length > 1 && counts.some((one) => one < LEAST_TOLD);
  return hides ? { kind: 'about', count: Math.round(count / LEAST_TOLD) * LEAST_TOLD } : { kind: 'count', count };
}

const DAY_MS = 86_400_000;
const SATURDAY = 6;

function weekOf(day: string): string {
  const at = Date.parse(day);
  const since = (new Date(at).getUTCDay() - SATURDAY + 7) % 7;
  return new Date(at - since * DAY_MS).toISOString().slice(0, 10);
}
