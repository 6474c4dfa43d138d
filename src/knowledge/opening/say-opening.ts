import { sayDate } from '../say-date';
import type { OpeningHours } from '../schema/opening-hours';
import { addDays, localTime, type LocalTime, weekdayOf } from './clock';
import { nextOpening, openingAt, type Opens } from './opening-at';
import { type DayPlan, planDay, readShifts } from './plan-day';
import type { AskedDay } from './read-asked-day';
import { type OpeningSentences, sayShifts, sayTime } from './say-time';
import { sayWeek, sayWeekday } from './say-week';

const WEEK = 7;

/**
 * Answers when the clinic is open on the day that was asked about, by its own clock: one sentence, for Ramadan and the
 * holidays lines.
 *
 * @param now milliseconds since 1970
 */
export function sayOpening(asked: AskedDay, hours: OpeningHours, now: number, sentences: OpeningSentences): string {
  const time = localTime(hours.timeZone, now);
  switch (asked.kind) {
    case 'ramadan':
      return sayRamadan(hours, time, sentences) ?? sentences.opening.ramadanUnknown;
    case 'holidays':
      return sayHolidays(hours, time, sentences) ?? sentences.opening.holidaysUnknown;
    case 'today':
      return sayToday(hours, time, sentences);
    case 'tomorrow':
      return sayDay(hours, addDays(time.date, 1), time, sentences);
    case 'dayAfter':
      return sayDay(hours, addDays(time.date, 2), time, sentences);
    case 'weekday': {
      const days = Array.from({ length: WEEK }, (_unused, ahead) => addDays(time.date, ahead));
      const date = days.find((day) => weekdayOf(day) === asked.weekday) ?? time.date;
      return date === time.date ? sayToday(hours, time, sentences) : sayDay(hours, date, time, sentences);
    }
    default:
      return asked satisfies never;
  }
}

/** What departs from the week: Ramadan and the holidays that are not over. Undefined where nothing is known of them. */
export function saySpecialHours(hours: OpeningHours, now: number, sentences: OpeningSentences): string | undefined {
  const time = localTime(hours.timeZone, now);
  const parts = [sayRamadan(hours, time, sentences), sayHolidays(hours, time, sentences)];
  const said = parts.filter((part) => part !== undefined);
  return said.length === 0 ? undefined : said.join('\n');
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

function sayRamadan({ ramadan }: OpeningHours, time: LocalTime, sentences: OpeningSentences): string | undefined {
  if (ramadan === undefined || ramadan === null || ramadan.to < time.date) return undefined;
  const head = sentences.opening.ramadan
    .replace('{from}', sayDate(ramadan.from, sentences.dates))
    .replace('{to}', sayDate(ramadan.to, sentences.dates));
  return [head, ...sayWeek(ramadan.week, sentences).map((line) => `• ${line}`)].join('\n');
}

function sayHolidays({ holidays }: OpeningHours, time: LocalTime, sentences: OpeningSentences): string | undefined {
  const { opening, dates } = sentences;
  const coming = (holidays ?? [])
    .filter(({ from, to = from }) => to >= time.date)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  if (coming.length === 0) return undefined;
  return coming
    .map(({ name, from, to = from, open = [] }) => {
      const period = opening.period.replace('{from}', sayDate(from, dates)).replace('{to}', sayDate(to, dates));
      const line = opening.holiday
        .replace('{holiday}', name)
        .replace('{days}', from === to ? sayDate(from, dates) : period)
        .replace('{hours}', sayShifts(readShifts(open), sentences));
      return `• ${line}`;
    })
    .join('\n');
}
