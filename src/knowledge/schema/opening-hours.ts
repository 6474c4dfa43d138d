import { z } from 'zod';
import type { DeepReadonly } from '../deep-readonly';
import { calendarDay } from './day';
import { plainText } from './text';

/** The days of the week as JavaScript counts them: Sunday is 0. */
export const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

export type Weekday = (typeof WEEKDAYS)[number];

const HOUR = '(?:[01]\\d|2[0-4]):[0-5]\\d';
/** "10:00-20:00"; a time of closing before that of opening is of the next day. */
const SHIFT = new RegExp(`^${HOUR} ?[-–] ?${HOUR}$`);

const shifts = z.array(
  plainText.regex(SHIFT, { error: "a time from 00:00 to 24:00 and one behind it: '10:00-20:00'" }),
  { error: "a list of times, ['10:00-14:00', '17:00-21:00'], or [] where the clinic is closed" },
);

const week = z.strictObject(
  {
    sunday: shifts,
    monday: shifts,
    tuesday: shifts,
    wednesday: shifts,
    thursday: shifts,
    friday: shifts,
    saturday: shifts,
  } satisfies Record<Weekday, typeof shifts>,
  { error: 'a line for each day of the week, sunday: to saturday:' },
);

const day = calendarDay('2027-03-10');

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** From a first to a last day, both included. */
const inOrder = { error: 'a last day that is not before the first', path: ['to'] };

/** When the clinic is open: what "are you open today?" is answered from. */
export const openingHoursSchema = z.strictObject({
  timeZone: plainText
    .refine(isTimeZone, { error: 'a time zone such as Asia/Riyadh, Africa/Cairo or Africa/Casablanca' })
    .describe('By whose clock "today" and "now" are told.'),
  week: week.describe('The hours of an ordinary week, by day; [] on a day off.'),
  ramadan: z
    .strictObject({ from: day, to: day, week })
    .refine(({ from, to }) => from <= to, inOrder)
    .nullish()
    .describe('The hours of Ramadan and its days in the country of the clinic, this year.'),
  holidays: z
    .array(
      z
        .strictObject({
          name: plainText,
          from: day,
          to: day.optional().describe('The last day; absent where there is only one.'),
          open: shifts.optional().describe('Hours on these days all the same; absent: closed.'),
        })
        .refine(({ from, to = from }) => from <= to, inOrder),
      { error: 'a list of holidays, each with name: and from:' },
    )
    .nullish()
    .describe('Days by date on which the week does not hold. They count before the hours of Ramadan.'),
});

export type OpeningHours = DeepReadonly<z.infer<typeof openingHoursSchema>>;
