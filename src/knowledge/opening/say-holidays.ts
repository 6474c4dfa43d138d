import { spaced, wholeWords } from '../../text/whole-words';
import { sayDate } from '../say-date';
import type { OpeningHours } from '../schema/opening-hours';
import { addDays, localTime, type LocalTime } from './clock';
import { resolveDate } from './named-date';
import { readShifts } from './plan-day';
import type { Feast } from './read-asked-day';
import { type OpeningSentences, sayShifts } from './say-time';
import { sayWeek } from './say-week';

/** What begins later is told to who asks for it, not beside every other answer. */
const SOON_IN_DAYS = 30;

/** What departs from the week now or soon: Ramadan and holidays. Undefined where nothing does. */
export function saySpecialHours(hours: OpeningHours, now: number, sentences: OpeningSentences): string | undefined {
  const time = localTime(hours.timeZone, now);
  const last = addDays(time.date, SOON_IN_DAYS);
  const soon = (hours.holidays ?? []).filter(({ from }) => from <= last).map(({ name }) => name);
  const isRamadanNear = (hours.ramadan?.from ?? '') <= last;
  const holidays = soon.length === 0 ? undefined : sayHolidays(hours, time, sentences, soon);
  const parts = [
    isRamadanNear ? sayRamadan(hours, time, sentences) : undefined,
    holidays === undefined ? undefined : `${sentences.opening.holidaysSoon}\n${holidays}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join('\n');
}

/** The hours of Ramadan; undefined where they were not entered or are over. */
export function sayRamadan(
  { ramadan }: OpeningHours,
  time: LocalTime,
  sentences: OpeningSentences,
): string | undefined {
  if (ramadan === undefined || ramadan === null || ramadan.to < time.date) return undefined;
  const head = sentences.opening.ramadan
    .replace('{from}', sayDate(ramadan.from, sentences.dates))
    .replace('{to}', sayDate(ramadan.to, sentences.dates));
  return [head, ...sayWeek(ramadan.week, sentences).map((line) => `• ${line}`)].join('\n');
}

/** The holidays that are not over, a line each; `only`: those of these names. Undefined where there are none. */
export function sayHolidays(
  { holidays }: OpeningHours,
  time: LocalTime,
  { opening, dates }: OpeningSentences,
  only?: readonly string[],
): string | undefined {
  const coming = (holidays ?? [])
    .filter(({ name, from, to = from }) => to >= time.date && (only?.includes(name) ?? true))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  if (coming.length === 0) return undefined;
  return coming
    .map(({ name, from, to = from, open = [] }) => {
      const period = opening.period.replace('{from}', sayDate(from, dates)).replace('{to}', sayDate(to, dates));
      const line = opening.holiday
        .replace('{holiday}', name)
        .replace('{days}', from === to ? sayDate(from, dates) : period)
        .replace('{hours}', sayShifts(readShifts(open), { opening, dates }));
      return `• ${line}`;
    })
    .join('\n');
}

/** A feast as the clinic entered it; else the hours of its day where everybody knows which that is, and that nothing was entered. */
export function sayFeast(
  { name, words, on }: Feast,
  hours: OpeningHours,
  time: LocalTime,
  sentences: OpeningSentences,
  sayDay: (date: string) => string,
): string {
  const pattern = wholeWords(words);
  const entered = (hours.holidays ?? []).map((holiday) => holiday.name);
  const meant = entered.filter((holiday) => spaced(holiday).search(pattern) !== -1);
  const said = meant.length === 0 ? undefined : sayHolidays(hours, time, sentences, meant);
  if (said !== undefined) return said;
  const { feastUnknown, feastNotEntered } = sentences.opening;
  const [month, day] = on?.split('-').map(Number) ?? [];
  if (month === undefined || day === undefined) return feastUnknown.replace('{feast}', name);
  const date = resolveDate({ day, month, year: undefined, calendar: 'gregorian' }, time.date, hours)?.date ?? time.date;
  return `${sayDay(date)} ${feastNotEntered.replace('{feast}', name)}`;
}
