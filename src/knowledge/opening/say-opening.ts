import { sayDate } from '../say-date';
import type { OpeningHours } from '../schema/opening-hours';
import { addDays, localTime, type LocalTime, weekdayOf } from './clock';
import { dateOfWeekday } from './date-of-weekday';
import { resolveDate } from './named-date';
import { nextOpening, openingAt, type Opens } from './opening-at';
import { type DayPlan, planDay } from './plan-day';
import type { AskedDay } from './read-asked-day';
import { sayFeast, sayHolidays, sayRamadan } from './say-holidays';
import { type OpeningSentences, sayShifts, sayTime } from './say-time';
import { sayWeekday } from './say-week';

/**
 * Answers when the clinic is open on the day that was asked about, by its own clock: one sentence, for Ramadan and the
 * holidays lines.
 *
 * @param now milliseconds since 1970
 */
export function sayOpening(asked: AskedDay, hours: OpeningHours, now: number, sentences: OpeningSentences): string {
  const { opening } = sentences;
  const time = localTime(hours.timeZone, now);
  const onDay = (date: string): string =>
    date === time.date ? sayToday(hours, time, sentences) : sayDay(hours, date, time, sentences);
  switch (asked.kind) {
    case 'ramadan':
      return sayRamadan(hours, time, sentences) ?? opening.ramadanUnknown;
    case 'holidays':
      return sayHolidays(hours, time, sentences) ?? opening.holidaysUnknown;
    case 'closure':
      return sayHolidays(hours, time, sentences, [asked.name]) ?? opening.feastUnknown.replace('{feast}', asked.name);
    case 'feast':
      return sayFeast(asked.feast, hours, time, sentences, onDay);
    case 'today':
      return onDay(time.date);
    case 'tomorrow':
      return onDay(addDays(time.date, 1));
    case 'dayAfter':
      return onDay(addDays(time.date, 2));
    case 'weekday':
      return onDay(dateOfWeekday(asked, time.date));
    case 'date': {
      const day = resolveDate(asked.date, time.date, hours);
      if (day === undefined) return opening.noSuchDay;
      return day.isReckoned ? `${onDay(day.date)} ${opening.reckoned}` : onDay(day.date);
    }
    default:
      return asked satisfies never;
  }
}

function sayToday(hours: OpeningHours, time: LocalTime, sentences: OpeningSentences): string {
  const { opening } = sentences;
  const standing = openingAt(hours, time);
  const { plan } = standing;
  const fill = (form: string): string =>
    form.replace('{day}', sayPlanned(plan, time, sentences)).replace('{hours}', sayShifts(plan.shifts, sentences));
  switch (standing.kind) {
    case 'open':
      return fill(opening.isOpen).replace('{until}', sayTime(standing.until, sentences));
    case 'later':
      return fill(opening.opensLater).replace('{opens}', sayTime(standing.opens.minutes, sentences));
    case 'over':
    case 'closed': {
      const form = standing.kind === 'over' ? opening.isOver : opening.isClosed;
      return sayClosed(fill, form, standing.opens, time, sentences);
    }
    default:
      return standing satisfies never;
  }
}

function sayDay(hours: OpeningHours, date: string, time: LocalTime, sentences: OpeningSentences): string {
  const { opening } = sentences;
  const plan = planDay(hours, date);
  const fill = (form: string): string =>
    form.replace('{day}', sayPlanned(plan, time, sentences)).replace('{hours}', sayShifts(plan.shifts, sentences));
  if (plan.shifts.length > 0) return fill(opening.hoursOf);
  return sayClosed(fill, opening.isClosed, nextOpening(hours, date), time, sentences);
}

function sayClosed(
  fill: (form: string) => string,
  form: string,
  opens: Opens | undefined,
  time: LocalTime,
  sentences: OpeningSentences,
): string {
  if (opens === undefined) return fill(sentences.opening.isClosedForLong);
  const when = sentences.opening.opens
    .replace('{day}', sayWhen(opens.date, time, sentences))
    .replace('{time}', sayTime(opens.minutes, sentences));
  return fill(form).replace('{opens}', when);
}

/** A day with what makes it special. */
function sayPlanned({ date, holiday, ramadan }: DayPlan, time: LocalTime, sentences: OpeningSentences): string {
  const day = sayWhen(date, time, sentences);
  const { onHoliday, inRamadan } = sentences.opening;
  if (holiday !== undefined) return onHoliday.replace('{day}', day).replace('{holiday}', holiday);
  return ramadan ? inRamadan.replace('{day}', day) : day;
}

/** A day seen from today. */
function sayWhen(date: string, { date: today }: LocalTime, sentences: OpeningSentences): string {
  const { opening, dates } = sentences;
  const near = [opening.today, opening.tomorrow, opening.dayAfter];
  const form = near.find((_form, ahead) => addDays(today, ahead) === date) ?? opening.weekday;
  return form.replace('{day}', sayWeekday(weekdayOf(date), sentences)).replace('{date}', sayDate(date, dates));
}
