import { hijriToTime } from '../../text/hijri';
import type { OpeningHours } from '../schema/opening-hours';
import { addDays } from './clock';

/** A date as people name it: without a year the next one is meant, without a month the next such day. */
export interface NamedDate {
  readonly day: number;
  /** From 1. */
  readonly month: number | undefined;
  readonly year: number | undefined;
  readonly calendar: 'gregorian' | 'hijri';
}

/** The day a name stands for. */
export interface ResolvedDate {
  /** Year-month-day. */
  readonly date: string;
  /** By a calendar made beforehand: whoever sees the moon may say otherwise by a day. */
  readonly isReckoned: boolean;
}

const MONTHS = 12;
const RAMADAN = 9;
const SHAWWAL = 10;
/** The tabular calendar is within two days of the one of Umm al-Qura. */
const TABULAR_ERROR = 3;
const UMM_AL_QURA = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});

/**
 * The day meant, seen from a day; undefined where the calendar has none. The clinic's own days of Ramadan hold for that
 * month and the one behind it.
 */
export function resolveDate(
  named: NamedDate,
  today: string,
  { ramadan }: Pick<OpeningHours, 'ramadan'>,
): ResolvedDate | undefined {
  if (named.calendar === 'gregorian') return withReckoning(gregorianDay(named, today), false);
  if (ramadan !== undefined && ramadan !== null && named.year === undefined && ramadan.to >= today) {
    if (named.month === RAMADAN) return { date: addDays(ramadan.from, named.day - 1), isReckoned: false };
    if (named.month === SHAWWAL) return { date: addDays(ramadan.to, named.day), isReckoned: false };
  }
  return withReckoning(hijriDay(named, today), true);
}

function withReckoning(date: string | undefined, isReckoned: boolean): ResolvedDate | undefined {
  return date === undefined ? undefined : { date, isReckoned };
}

function gregorianDay({ day, month, year }: NamedDate, today: string): string | undefined {
  const [thisYear = 0, thisMonth = 1] = today.split('-').map(Number);
  if (year !== undefined && month !== undefined) return dateOf(year, month, day);
  // The 29th of February comes every fourth year.
  const candidates = Array.from({ length: MONTHS }, (_unused, ahead) => {
    if (month !== undefined) return dateOf(thisYear + ahead, month, day);
    const at = thisMonth - 1 + ahead;
    return dateOf(thisYear + Math.floor(at / MONTHS), (at % MONTHS) + 1, day);
  });
  return candidates.find((date) => date !== undefined && date >= today);
}

/** Undefined for the 31st of June. */
function dateOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? isoDay(date.getTime()) : undefined;
}

function hijriDay({ day, month, year }: NamedDate, today: string): string | undefined {
  if (month === undefined) return undefined;
  if (year !== undefined) return ummAlQura(year, month, day);
  const [, , near = '0'] = hijriParts(Date.parse(today));
  return [Number(near), Number(near) + 1]
    .map((each) => ummAlQura(each, month, day))
    .find((date) => date !== undefined && date >= today);
}

/** Undefined for the 30th of a month of 29 days. */
function ummAlQura(year: number, month: number, day: number): string | undefined {
  const about = isoDay(hijriToTime(year, month, day));
  const wanted = [month, day, year].join();
  return Array.from({ length: 2 * TABULAR_ERROR + 1 }, (_unused, at) => addDays(about, at - TABULAR_ERROR)).find(
    (date) => hijriParts(Date.parse(date)).join() === wanted,
  );
}

/** Month, day and year. */
function hijriParts(time: number): string[] {
  const parts = UMM_AL_QURA.formatToParts(time);
  return (['month', 'day', 'year'] as const).map((type) => parts.find((each) => each.type === type)?.value ?? '');
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
