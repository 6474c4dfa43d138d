import type { AgeRange } from './age-range';
import { hijriToTime } from './hijri';

const OLDEST = 120;
/** Years of birth of people alive, by the Hijri calendar: 1931 to 2029. */
const FIRST_HIJRI = 1350;
const LAST_HIJRI = 1450;
const YEAR_MS = 365.2425 * 86_400_000;
const CENTURY = 100;
const DECADE = 10;

/** Whether a number is a year somebody who writes may have been born in, by either calendar; this year is none. `at`: now, since 1970. */
export function isBirthYear(value: number, at: number): boolean {
  const year = new Date(at).getUTCFullYear();
  return isHijri(value) ? hijriToTime(value, 1, 1) <= at : value >= year - OLDEST && value < year;
}

/** The age of somebody born in a year of either calendar. */
export function ageOfBirthYear(year: number, at: number): AgeRange {
  return between(timeOf(year, 1, 1), timeOf(year + 1, 1, 1), at);
}

/** The age of somebody born on a day: day and month in either order, a range where the order matters. */
export function ageOfBirthDate([one, other]: readonly [number, number], year: number, at: number): AgeRange {
  const days = [
    [one, other],
    [other, one],
  ].flatMap(([day = 0, month = 0]) => (month <= 12 ? [timeOf(year, month, day)] : []));
  return days.length === 0 ? ageOfBirthYear(year, at) : between(Math.min(...days), Math.max(...days), at);
}

/** The age of somebody born in a decade: "the nineties" (90), "the two thousands" (2000). */
export function ageOfBirthDecade(decade: number, at: number): AgeRange {
  const year = decade < CENTURY ? 1900 + decade : decade;
  return between(timeOf(year, 1, 1), timeOf(year + DECADE, 1, 1), at);
}

/** The age of somebody born in a year of two digits: of this century when that has been, else of the last. */
export function ageOfShortYear(value: number, at: number): AgeRange | undefined {
  if (value < 0 || value >= CENTURY) return undefined;
  const now = new Date(at).getUTCFullYear();
  const thisCentury = Math.floor(now / CENTURY) * CENTURY + value;
  return ageOfBirthYear(thisCentury <= now ? thisCentury : thisCentury - CENTURY, at);
}

function isHijri(year: number): boolean {
  return year >= FIRST_HIJRI && year <= LAST_HIJRI;
}

function timeOf(year: number, month: number, day: number): number {
  return isHijri(year) ? hijriToTime(year, month, day) : Date.UTC(year, month - 1, day);
}

function between(earliest: number, latest: number, at: number): AgeRange {
  const age = (born: number): number => Math.max(0, Math.floor((at - born) / YEAR_MS));
  return { least: age(latest), most: age(earliest) };
}
