import type { Clinic } from '../../knowledge/schema/clinic';
import { type OpeningHours, type Weekday, WEEKDAYS } from '../../knowledge/schema/opening-hours';
import { mend } from './mend';
import type { SentFields } from './sent-fields';

/** A time the clinic is open, as it stands in the form: `10:00`, or what somebody typed. */
export interface TypedShift {
  readonly from: string;
  readonly to: string;
}

export type TypedWeek = Readonly<Record<Weekday, readonly TypedShift[]>>;

/** A holiday as it stands in the form. */
export interface TypedHoliday {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly shifts: readonly TypedShift[];
}

/** The opening hours as they stand in the form, right or wrong. */
export interface TypedHours {
  readonly timeZone: string;
  readonly week: TypedWeek;
  readonly ramadan: { readonly from: string; readonly to: string; readonly week: TypedWeek };
  readonly holidays: readonly TypedHoliday[];
  /** Hours written as sentences, one a line, where there are no others. */
  readonly lines: string;
}

/** The week as Arab calendars print it: it begins on Saturday. */
export const DAYS_IN_FORM: readonly Weekday[] = ['saturday', ...WEEKDAYS.filter((day) => day !== 'saturday')];

const EMPTY: TypedWeek = weekOf(() => []);

/** What the form shows of hours that are kept. */
export function typedHours(hours: Clinic['hours']): TypedHours {
  const empty: TypedHours = {
    timeZone: '',
    week: EMPTY,
    ramadan: { from: '', to: '', week: EMPTY },
    holidays: [],
    lines: '',
  };
  if (hours === undefined || hours === null) return empty;
  if (isLines(hours)) return { ...empty, lines: hours.join('\n') };
  const { timeZone, week, ramadan, holidays } = hours;
  return {
    timeZone,
    week: weekOf((day) => week[day].map(splitShift)),
    ramadan:
      ramadan === undefined || ramadan === null
        ? empty.ramadan
        : { from: ramadan.from, to: ramadan.to, week: weekOf((day) => ramadan.week[day].map(splitShift)) },
    holidays: (holidays ?? []).map(({ name, from, to = '', open = [] }) => ({
      name,
      from,
      to,
      shifts: open.map(splitShift),
    })),
    lines: '',
  };
}

/** What was sent of them. Shifts nobody filled in are gone. */
export function readTypedHours(form: SentFields): TypedHours {
  const shiftsAt = (name: string): readonly TypedShift[] => {
    const ends = form.all(`${name}.to`);
    return form
      .all(`${name}.from`)
      .map((from, at) => ({ from: from.trim(), to: ends[at]?.trim() ?? '' }))
      .filter(({ from, to }) => from !== '' || to !== '');
  };
  const week = (name: string): TypedWeek => weekOf((day) => shiftsAt(`${name}.${day}`));
  const text = (name: string): string => mend(form.text(name), 'text');
  const named = form.all('hours.holidays.name').map((name, at): TypedHoliday => ({
    name: mend(name, 'text'),
    from: mend(form.all('hours.holidays.from')[at] ?? '', 'date'),
    to: mend(form.all('hours.holidays.to')[at] ?? '', 'date'),
    shifts: ['first', 'second']
      .map((which) => ({
        from: form.all(`hours.holidays.${which}.from`)[at]?.trim() ?? '',
        to: form.all(`hours.holidays.${which}.to`)[at]?.trim() ?? '',
      }))
      .filter(({ from, to }) => from !== '' || to !== ''),
  }));
  return {
    timeZone: text('hours.timeZone'),
    week: week('hours.week'),
    ramadan: {
      from: mend(form.text('hours.ramadan.from'), 'date'),
      to: mend(form.text('hours.ramadan.to'), 'date'),
      week: week('hours.ramadan.week'),
    },
    holidays: named.filter(({ name, from, to, shifts }) => name + from + to !== '' || shifts.length > 0),
    lines: form.text('hours.lines'),
  };
}

/** A value for each day of the week. */
export function weekOf<Value>(valueOf: (day: Weekday) => Value): Record<Weekday, Value> {
  return Object.fromEntries(WEEKDAYS.map((day) => [day, valueOf(day)])) as Record<Weekday, Value>;
}

const isLines = (hours: OpeningHours | readonly string[]): hours is readonly string[] => Array.isArray(hours);

/** "10:00-20:00" in two. Boxes for times know no 24:00. */
function splitShift(text: string): TypedShift {
  const [from = '', to = ''] = text.split(/[-–]/).map((part) => part.trim().replace(/^24:/, '00:'));
  return { from, to };
}
