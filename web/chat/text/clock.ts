import type { Strings } from '../strings';

/** How moments are written for people. */
export interface Clock {
  /** Hours and minutes */
  time(at: number): string;
  /** "today", "yesterday", or the date. */
  day(at: number): string;
  /** The date with its year, for what is read on another day. */
  date(at: number): string;
  isSameDay(one: number, other: number): boolean;
}

/** @param locale a language tag that also says the calendar and the digits */
export function createClock(locale: string, { today, yesterday }: Pick<Strings, 'today' | 'yesterday'>): Clock {
  const time = createFormat(locale, { hour: 'numeric', minute: '2-digit' });
  const date = createFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
  const fullDate = createFormat(locale, { dateStyle: 'full' });
  const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0);
  const isSameDay = (one: number, other: number): boolean => midnight(one) === midnight(other);
  return {
    time,
    day(at) {
      const now = Date.now();
      if (isSameDay(at, now)) return today;
      return isSameDay(at, midnight(now) - 1) ? yesterday : date(at);
    },
    date: fullDate,
    isSameDay,
  };
}

/** Made at its first use: each takes milliseconds, ten on a slow phone, before there is anything to see. */
function createFormat(locale: string, options: Intl.DateTimeFormatOptions): (at: number) => string {
  let format: Intl.DateTimeFormat | undefined;
  return (at) => (format ??= new Intl.DateTimeFormat(locale, options)).format(at);
}
