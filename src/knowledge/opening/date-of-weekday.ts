import { addDays, weekdayOf } from './clock';
import type { AskedDay } from './read-asked-day';

const WEEK = 7;
/** The week begins on Saturday. */
const FIRST = 'saturday';

/** The date of a day of the week as people mean it on a day: the next one, today where it is not called "next". */
export function dateOfWeekday(
  { weekday, isNext, isOfNextWeek }: Extract<AskedDay, { kind: 'weekday' }>,
  today: string,
): string {
  const from = isNext || isOfNextWeek ? addDays(today, 1) : today;
  return nextOf(weekday, isOfNextWeek ? nextOf(FIRST, from) : from);
}

/** The first such day from a day on. */
function nextOf(weekday: ReturnType<typeof weekdayOf>, from: string): string {
  const days = Array.from({ length: WEEK }, (_unused, ahead) => addDays(from, ahead));
  return days.find((day) => weekdayOf(day) === weekday) ?? from;
}
