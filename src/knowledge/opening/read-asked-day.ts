import { spaced, wholeWords } from '../../text/whole-words';
import type { Vocabulary } from '../schema/vocabulary';
import { type Weekday, WEEKDAYS } from '../schema/opening-hours';

/** The day a question about opening hours is about. */
export type AskedDay =
  | { readonly kind: 'today' | 'tomorrow' | 'dayAfter' | 'ramadan' | 'holidays' }
  | { readonly kind: 'weekday'; readonly weekday: Weekday };

/** Reads the day a question names. */
export type AskedDayReader = (question: string) => AskedDay;

/**
 * Creates the reader of days. A day of the week counts before "today" and "tomorrow", which people say beside it
 * ("today, Friday, are you open?"); Ramadan and the holidays count before both; where no day is named, today is meant.
 */
export function createAskedDayReader(words: Vocabulary['days']): AskedDayReader {
  const named: readonly { readonly day: AskedDay; readonly pattern: RegExp }[] = [
    ...(['ramadan', 'holidays'] as const).map((kind) => ({ day: { kind }, pattern: wholeWords(words[kind]) })),
    ...WEEKDAYS.map((weekday) => ({ day: { kind: 'weekday', weekday } as const, pattern: wholeWords(words[weekday]) })),
    ...(['dayAfter', 'tomorrow'] as const).map((kind) => ({ day: { kind }, pattern: wholeWords(words[kind]) })),
  ];
  return (question) => {
    const text = spaced(question);
    return named.find(({ pattern }) => text.search(pattern) !== -1)?.day ?? { kind: 'today' };
  };
}
