import { type OpeningHours, type Weekday, WEEKDAYS } from '../schema/opening-hours';
import { readShifts } from './plan-day';
import { type OpeningSentences, sayShifts } from './say-time';

/** The week as Arab calendars print it: it begins on Saturday. */
const ORDER: readonly Weekday[] = ['saturday', 'sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday'];

/** The hours of a week as lines, days in a row with the same hours together. */
export function sayWeek(week: OpeningHours['week'], sentences: OpeningSentences): string[] {
  const { opening } = sentences;
  const runs: { readonly days: Weekday[]; readonly hours: string }[] = [];
  for (const day of ORDER) {
    const hours = sayShifts(readShifts(week[day]), sentences);
    const last = runs.at(-1);
    if (last?.hours === hours) last.days.push(day);
    else runs.push({ days: [day], hours });
  }
  return runs.map(({ days, hours }) =>
    opening.line.replace('{days}', sayDays(days, sentences)).replace('{hours}', hours),
  );
}

function sayDays(days: readonly Weekday[], sentences: OpeningSentences): string {
  const first = sayWeekday(days[0], sentences);
  if (days.length === 1) return first;
  return sentences.opening.days.replace('{first}', first).replace('{last}', sayWeekday(days.at(-1), sentences));
}

/** The name of a day of the week. */
export function sayWeekday(day: Weekday | undefined, { opening }: OpeningSentences): string {
  return opening.weekdays[day === undefined ? 0 : WEEKDAYS.indexOf(day)] ?? '';
}
