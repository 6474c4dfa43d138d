const JULIAN_UNIX_EPOCH = 2_440_587.5;
const HIJRI_EPOCH = 1_948_440;
const DAY_MS = 86_400_000;
/** A cycle of the tabular calendar: 30 years, 11 of them leap, of 10,631 days. */
const CYCLE_YEARS = 30;
const CYCLE_DAYS = 10_631;
/** Which years of a cycle are leap: the 2nd, 5th, 7th, 10th, 13th, 16th … */
const LEAP_SHIFT = 14;
const MEAN_MONTH = 29.5001;

/**
 * When a day of the Hijri calendar was, in milliseconds since 1970, by the tabular calendar: within two days of what the
 * moon and the countries made of it. Months from 1. Source: the "Kuwaiti algorithm", civil epoch 16 July 622 (Julian).
 */
export function hijriToTime(year: number, month: number, day: number): number {
  const yearDays = Math.floor(((year - 1) * CYCLE_DAYS + LEAP_SHIFT) / CYCLE_YEARS);
  const days = HIJRI_EPOCH + yearDays + Math.ceil(MEAN_MONTH * (month - 1)) + day - 1;
  return (days - 0.5 - JULIAN_UNIX_EPOCH) * DAY_MS;
}
