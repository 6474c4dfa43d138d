import { sayNumber } from '../say-date';
import type { Messages } from '../schema/messages';
import { DAY_IN_MINUTES } from './clock';
import type { Shift } from './plan-day';

/** The sentences opening hours are told with. */
export type OpeningSentences = Pick<Messages, 'opening' | 'dates'>;

const HOUR_IN_MINUTES = 60;
const NOON = 720;
const AFTER_NOON = 780;
const HALF_DAY = 12;

/** A time of day, in minutes since midnight, on the clock of twelve hours. */
export function sayTime(minutes: number, { opening: { time }, dates }: OpeningSentences): string {
  const ofDay = minutes % DAY_IN_MINUTES;
  if (ofDay === 0) return time.midnight;
  const half = ofDay < NOON ? time.morning : ofDay < AFTER_NOON ? time.noon : time.evening;
  const hour = sayNumber(Math.floor(ofDay / HOUR_IN_MINUTES) % HALF_DAY || HALF_DAY, dates);
  const minute = ofDay % HOUR_IN_MINUTES;
  const form = minute === 0 ? time.full : time.exact;
  const shown = minute < 10 ? `${sayNumber(0, dates)}${sayNumber(minute, dates)}` : sayNumber(minute, dates);
  return form.replace('{hour}', hour).replace('{minute}', shown).replace('{half}', half);
}

/** The hours of a day in one phrase. */
export function sayShifts(shifts: readonly Shift[], sentences: OpeningSentences): string {
  const { opening } = sentences;
  if (shifts.length === 0) return opening.closed;
  return shifts
    .map(({ from, to }) =>
      opening.shift.replace('{from}', sayTime(from, sentences)).replace('{to}', sayTime(to, sentences)),
    )
    .join(` ${opening.and} `);
}
