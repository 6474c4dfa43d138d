import { z } from 'zod';
import { hijriToTime } from '../../text/hijri';

/** Years of the Hijri calendar that are of our time: 1300 was 1883, 1600 will be 2174. */
const HIJRI_YEARS = { first: 1300, last: 1600 };

/** A day written year-month-day in the Gregorian calendar. @param example a day to show */
export function calendarDay(example: string) {
  return z.iso.date({ error: `a real day written year-month-day, such as ${example}` }).superRefine((day, issues) => {
    const gregorian = fromHijri(day);
    if (gregorian === undefined) return;
    issues.addIssue({
      code: 'custom',
      message: 'a year of the Gregorian calendar',
      params: { found: `the Hijri year in ${day}`, tip: `write the day of the Gregorian calendar: about ${gregorian}` },
    });
  });
}

function fromHijri(day: string): string | undefined {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const time = year >= HIJRI_YEARS.first && year <= HIJRI_YEARS.last ? hijriToTime(year, month, date) : NaN;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10);
}
