import type { OpeningHours } from '../schema/opening-hours';
import { DAY_IN_MINUTES, weekdayOf } from './clock';

/** A time the clinic is open, in minutes since midnight of the day it begins on; it may end after the next midnight. */
export interface Shift {
  readonly from: number;
  readonly to: number;
}

/** What holds on one day. */
export interface DayPlan {
  /** Year-month-day. */
  readonly date: string;
  /** In the order of the day; none: closed. */
  readonly shifts: readonly Shift[];
  /** The holiday it falls on. */
  readonly holiday?: string;
  /** True when the hours are those of Ramadan. */
  readonly ramadan: boolean;
}

const HOUR_IN_MINUTES = 60;

/** The hours of a day: those of a holiday before those of Ramadan before those of the week. */
export function planDay(hours: OpeningHours, date: string): DayPlan {
  const holiday = (hours.holidays ?? []).find(({ from, to = from }) => from <= date && date <= to);
  if (holiday !== undefined)
    return { date, shifts: readShifts(holiday.open ?? []), holiday: holiday.name, ramadan: false };
  const { ramadan } = hours;
  const inRamadan = ramadan !== undefined && ramadan !== null && ramadan.from <= date && date <= ramadan.to;
  const week = inRamadan ? ramadan.week : hours.week;
  return { date, shifts: readShifts(week[weekdayOf(date)]), ramadan: inRamadan };
}

/** Reads "10:00-20:00" as the content holds it, in the order of the day. */
export function readShifts(texts: readonly string[]): Shift[] {
  return texts
    .map((text) => {
      const [from = 0, to = 0] = text.split(/[-–]/).map(readMinutes);
      return { from, to: to > from ? to : to + DAY_IN_MINUTES };
    })
    .sort((a, b) => a.from - b.from);
}

function readMinutes(text: string): number {
  const [hour = 0, minute = 0] = text.trim().split(':').map(Number);
  return hour * HOUR_IN_MINUTES + minute;
}
