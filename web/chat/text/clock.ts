import type { Strings } from '../strings';

/** How moments are written for people. */
export interface Clock {
  /** Hours and minutes */
  time(at: number): string;
  /** "today", "yesterday", or the date. */
  day(at: number): string;
  isSameDay(one: number, other: number): boolean;
}

/** @param locale a language tag that also says the calendar and the digits */
export function createClock(locale: string, { today, yesterday }: Pick<Strings, 'today' | 'yesterday'>): Clock {
  const time = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
  const date = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
  const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0);
  const isSameDay = (one: number, other: number): boolean => midnight(one) === midnight(other);
  return {
    time: (at) => time.format(at),
    day(at) {
      const now = Date.now();
      if (isSameDay(at, now)) return today;
      return isSameDay(at, midnight(now) - 1) ? yesterday : date.format(at);
    },
    isSameDay,
  };
}
