import type { Clinic } from '../../knowledge/schema/clinic';
import { westernDigits } from '../../text/western-digits';
import type { ClinicFault } from './clinic-fault';
import {
  DAYS_IN_FORM,
  type TypedHoliday,
  type TypedHours,
  type TypedShift,
  type TypedWeek,
  weekOf,
} from './typed-hours';

type Refuse = (field: string, code: ClinicFault['code']) => void;

/** Hours as clinic.yaml has them; undefined where nobody filled any in, or where `refuse` was called. */
export function readHours(typed: TypedHours, refuse: Refuse): Clinic['hours'] {
  const { timeZone, week, ramadan, holidays } = typed;
  const lines = typed.lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const isRamadan = ramadan.from + ramadan.to !== '' || hasShifts(ramadan.week);
  if (!hasShifts(week)) {
    if (isRamadan || holidays.length > 0) refuse('hours-week', 'weekEmpty');
    return lines.length > 0 ? lines : undefined;
  }
  if (timeZone === '') refuse('hours-timeZone', 'timeZone');
  return {
    timeZone,
    week: readWeek(week, 'hours-week', refuse),
    ...(isRamadan && { ramadan: readRamadan(ramadan, refuse) }),
    ...(holidays.length > 0 && {
      holidays: holidays.map((one, at) => readHoliday(one, `hours-holidays-${at}`, refuse)),
    }),
  };
}

const hasShifts = (week: TypedWeek): boolean => Object.values(week).some((shifts) => shifts.length > 0);

function readWeek(week: TypedWeek, field: string, refuse: Refuse): Record<keyof TypedWeek, string[]> {
  const read = Object.fromEntries(DAYS_IN_FORM.map((day) => [day, readShifts(week[day], `${field}-${day}`, refuse)]));
  return weekOf((day) => read[day] ?? []);
}

function readRamadan({ from, to, week }: TypedHours['ramadan'], refuse: Refuse) {
  checkDays(from, to, 'hours-ramadan', refuse);
  if (!hasShifts(week)) refuse('hours-ramadan-week', 'ramadanEmpty');
  return { from, to, week: readWeek(week, 'hours-ramadan-week', refuse) };
}

function readHoliday({ name, from, to, shifts }: TypedHoliday, field: string, refuse: Refuse) {
  if (name === '') refuse(`${field}-name`, 'holidayName');
  checkDays(from, to === '' ? from : to, field, refuse);
  const open = readShifts(shifts, field, refuse);
  return { name, from, ...(to !== '' && to !== from && { to }), ...(open.length > 0 && { open }) };
}

function checkDays(from: string, to: string, field: string, refuse: Refuse): void {
  if (!isDay(from)) refuse(`${field}-from`, 'day');
  else if (!isDay(to)) refuse(`${field}-to`, 'day');
  else if (to < from) refuse(`${field}-to`, 'dayOrder');
}

function isDay(text: string): boolean {
  const at = Date.parse(text);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

const DAY_IN_MINUTES = 1440;

/** The shifts of a day in their order, as clinic.yaml has them. */
function readShifts(shifts: readonly TypedShift[], field: string, refuse: Refuse): string[] {
  const read = shifts.map(({ from, to }) => ({ from: readTime(from), to: readTime(to) }));
  if (read.some(({ from, to }) => from === undefined || to === undefined)) {
    refuse(field, 'halfShift');
    return [];
  }
  const spans = read
    .map(({ from = '', to = '' }) => ({ text: `${from}-${to}`, from: minutesOf(from), to: minutesOf(to) }))
    .map((span) => ({ ...span, to: span.to <= span.from ? span.to + DAY_IN_MINUTES : span.to }))
    .sort((a, b) => a.from - b.from);
  // From midnight to midnight is the whole day; any other time twice is a slip.
  if (spans.some(({ from, to }) => to - from === DAY_IN_MINUTES && from !== 0)) refuse(field, 'sameTime');
  if (spans.some(({ from }, at) => at > 0 && from < (spans[at - 1]?.to ?? 0))) refuse(field, 'overlap');
  return spans.map(({ text }) => text);
}

/** A time of the day as `09:30`, from any digits, also from `9` or `9.30`; undefined where it is none. */
function readTime(text: string): string | undefined {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(westernDigits(text)) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute}`;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
