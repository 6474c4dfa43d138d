import type { OpeningHours } from '../schema/opening-hours';
import { addDays, DAY_IN_MINUTES, type LocalTime } from './clock';
import { type DayPlan, planDay, type Shift } from './plan-day';

/** A moment at which the clinic opens. */
export interface Opens {
  readonly date: string;
  /** Since midnight of that day. */
  readonly minutes: number;
}

/** How the clinic stands at a moment. */
export type Standing =
  | { readonly kind: 'open'; readonly until: number; readonly plan: DayPlan }
  /** Still to open on that day. */
  | { readonly kind: 'later'; readonly opens: Opens; readonly plan: DayPlan }
  /** Closed for the day, after its hours. */
  | { readonly kind: 'over'; readonly opens: Opens | undefined; readonly plan: DayPlan }
  /** A day without hours. */
  | { readonly kind: 'closed'; readonly opens: Opens | undefined; readonly plan: DayPlan };

/** Days looked ahead for the next opening: a holiday longer than this is told without one. */
const HORIZON_IN_DAYS = 60;

/** How the clinic stands at a moment by its own clock. A shift that began yesterday still counts after midnight. */
export function openingAt(hours: OpeningHours, { date, minutes }: LocalTime): Standing {
  const plan = planDay(hours, date);
  const yesterday = planDay(hours, addDays(date, -1)).shifts.map(earlier);
  const now = [...yesterday, ...plan.shifts].find(({ from, to }) => from <= minutes && minutes < to);
  if (now !== undefined) return { kind: 'open', until: now.to, plan };
  const next = plan.shifts.find(({ from }) => from > minutes);
  if (next !== undefined) return { kind: 'later', opens: { date, minutes: next.from }, plan };
  return { kind: plan.shifts.length === 0 ? 'closed' : 'over', opens: nextOpening(hours, date), plan };
}

/** The first opening after a day. */
export function nextOpening(hours: OpeningHours, date: string): Opens | undefined {
  for (let ahead = 1; ahead <= HORIZON_IN_DAYS; ahead += 1) {
    const plan = planDay(hours, addDays(date, ahead));
    const [first] = plan.shifts;
    if (first !== undefined) return { date: plan.date, minutes: first.from };
  }
  return undefined;
}

/** A shift of the day before, seen from midnight of this day. */
function earlier({ from, to }: Shift): Shift {
  return { from: from - DAY_IN_MINUTES, to: to - DAY_IN_MINUTES };
}
