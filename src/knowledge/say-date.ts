import type { Messages } from './schema/messages';

type DateMessages = Messages['dates'];

/** A number in the digits the clinic writes with. */
export function sayNumber(count: number, { digits }: DateMessages): string {
  const glyphs = Array.from(digits);
  return String(count).replace(/\d/g, (digit) => glyphs[Number(digit)] ?? digit);
}

/** A day as people read it. `isoDate` is year-month-day, as content writes it. */
export function sayDate(isoDate: string, dates: DateMessages): string {
  const [year = 0, month = 0, day = 0] = isoDate.split('-').map(Number);
  return dates.date
    .replace('{day}', sayNumber(day, dates))
    .replace('{month}', dates.months[month - 1] ?? '')
    .replace('{year}', sayNumber(year, dates));
}

const PLURALS = new Intl.PluralRules('ar');

/** A number of days in the form Arabic counts with. */
export function sayDays(count: number, dates: DateMessages): string {
  return sayCounted(count, dates.days, dates);
}

/** A number of things in the form Arabic counts with. */
export function sayCounted(count: number, forms: DateMessages['days'], dates: DateMessages): string {
  const rule = PLURALS.select(count);
  const form = forms[rule === 'zero' ? 'other' : rule];
  return form.replace('{count}', sayNumber(count, dates));
}
