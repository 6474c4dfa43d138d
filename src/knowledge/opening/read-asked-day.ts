import { ALEF, LAM } from '../../text/letters';
import { spaced, wholeWords } from '../../text/whole-words';
import type { Vocabulary } from '../schema/vocabulary';
import { type Weekday, WEEKDAYS } from '../schema/opening-hours';
import type { NamedDate } from './named-date';
import { createNamedDateReader } from './read-named-date';

/** A holiday people ask about by its name, whether the clinic has entered it or not. */
export type Feast = Vocabulary['calendar']['feasts'][number];

/** The day a question about opening hours is about. */
export type AskedDay =
  /** Today also where no day is named. */
  | { readonly kind: 'today' | 'tomorrow' | 'dayAfter' | 'ramadan' | 'holidays' }
  | {
      readonly kind: 'weekday';
      readonly weekday: Weekday;
      /** "Next Saturday": never today. */
      readonly isNext: boolean;
      readonly isOfNextWeek: boolean;
    }
  | { readonly kind: 'date'; readonly date: NamedDate }
  | { readonly kind: 'feast'; readonly feast: Feast }
  /** A holiday of the clinic's own, by the name it gave: "maintenance". */
  | { readonly kind: 'closure'; readonly name: string };

/** Reads the day a question names; `holidays`: the names of the clinic's own. */
export type AskedDayReader = (question: string, holidays?: readonly string[]) => AskedDay;

/** Shorter words of a holiday's name are no name: "of", "the day". */
const SHORTEST_NAME = 4;

/**
 * Creates the reader of days. A date counts before everything; a feast, the clinic's own holidays and Ramadan before a day
 * of the week; and that before "today" and "tomorrow", which people say beside it ("today, Friday, are you open?"). Where
 * no day is named, today is meant.
 */
export function createAskedDayReader({ days: words, calendar }: Pick<Vocabulary, 'days' | 'calendar'>): AskedDayReader {
  const readDate = createNamedDateReader(calendar);
  const feasts = calendar.feasts.map((feast) => ({ feast, pattern: wholeWords(feast.words) }));
  const weekdays = WEEKDAYS.map((weekday) => ({ weekday, pattern: wholeWords(words[weekday]) }));
  const near = (['dayAfter', 'tomorrow', 'holidays'] as const).map((kind) => ({
    kind,
    pattern: wholeWords(words[kind]),
  }));
  const [ramadan, next, nextWeek] = [words.ramadan, words.next, words.nextWeek].map(wholeWords);
  const common = wholeWords([...words.holidays, ...calendar.day, ...calendar.feasts.flatMap((feast) => feast.words)]);
  return (question, holidays = []) => {
    const text = spaced(question);
    const has = (pattern: RegExp | undefined): boolean => pattern !== undefined && text.search(pattern) !== -1;
    const date = readDate(question);
    if (date !== undefined) return { kind: 'date', date };
    const feast = feasts.find(({ pattern }) => has(pattern))?.feast;
    if (feast !== undefined) return { kind: 'feast', feast };
    const name = holidays.find((holiday) => has(wholeWords(ownWords(holiday, common))));
    if (name !== undefined) return { kind: 'closure', name };
    if (has(ramadan)) return { kind: 'ramadan' };
    const weekday = weekdays.find(({ pattern }) => has(pattern))?.weekday;
    if (weekday !== undefined) return { kind: 'weekday', weekday, isNext: has(next), isOfNextWeek: has(nextWeek) };
    return { kind: near.find(({ pattern }) => has(pattern))?.kind ?? 'today' };
  };
}

/** The words of a holiday's name that no other holiday has, without the article. */
function ownWords(name: string, common: RegExp): string[] {
  return spaced(name)
    .replace(common, '')
    .split(' ')
    .map((word) => (word.startsWith(ALEF + LAM) ? word.slice(2) : word))
    .filter((word) => word.length >= SHORTEST_NAME);
}
