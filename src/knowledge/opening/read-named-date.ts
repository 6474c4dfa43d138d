import { westernDigits } from '../../text/western-digits';
import { attached, spaced } from '../../text/whole-words';
import type { Vocabulary } from '../schema/vocabulary';
import type { NamedDate } from './named-date';

/** Reads the date a text names; undefined: none. */
export type NamedDateReader = (text: string) => NamedDate | undefined;

const MONTHS = 12;
const LONGEST_MONTH = 31;
const CENTURY = 100;
const THIS_CENTURY = 2000;
/** Years below are of the Hijri calendar. */
const FIRST_GREGORIAN = 1900;

/** "2026-12-25" and, the day first, "25/12", "25/12/26", "25-12-2026"; never "9-5", which are hours. */
const IN_DIGITS = [
  /(?<!\d)(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?!\d)/u,
  /(?<!\d)(?<day>\d{1,2})[-/.](?<month>\d{1,2})[-/.](?<year>\d{4}|\d{2})(?!\d)/u,
  /(?<!\d)(?<day>\d{1,2}) ?\/ ?(?<month>\d{1,2})(?!\d)/u,
];

/** Creates the reader of dates in digits ("25/12"), with the name or number of a month, or of a bare day of the month. */
export function createNamedDateReader(words: Vocabulary['calendar']): NamedDateReader {
  const day = String.raw`(?:(?<day>\d{1,2})|${attached(words.first)})`;
  const between = `(?:${attached(words.of)} )?(?:${attached(words.month)} )?`;
  const year = String.raw`(?: (?<year>\d{4}))?`;
  const formsOf = (names: readonly string[]): readonly RegExp[] => [
    new RegExp(`(?<= )${day} ${between}${attached(names)}${year}(?= )`, 'u'),
    new RegExp(String.raw`(?<= )${attached(names)} (?<day>\d{1,2})(?= )`, 'u'),
  ];
  const months = (['gregorian', 'hijri'] as const).flatMap((calendar) =>
    words[calendar].map((names, at) => ({ calendar, month: String(at + 1), forms: formsOf(names) })),
  );
  const numbered = [
    new RegExp(
      String.raw`(?<= )${day} (?:${attached(words.of)} )?${attached(words.month)} (?<month>\d{1,2})${year}(?= )`,
      'u',
    ),
    new RegExp(String.raw`(?<= )${attached(words.day)} (?<day>\d{1,2})(?= )`, 'u'),
  ];
  return (text) => {
    const western = westernDigits(text);
    const inDigits = firstOf(IN_DIGITS, western);
    const found = inDigits && readDate(inDigits);
    if (found !== undefined) return found;
    const asked = spaced(text);
    for (const { calendar, month, forms } of months) {
      const named = firstOf(forms, asked);
      const date = named && readDate({ ...named, month });
      if (date !== undefined) return { ...date, calendar };
    }
    const bare = firstOf(numbered, asked);
    return bare && readDate(bare);
  };
}

type Parts = Readonly<Record<string, string | undefined>>;

function firstOf(forms: readonly RegExp[], text: string): Parts | undefined {
  return forms.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
}

/** Undefined where no calendar has such a date. A day that is not in digits is the first. */
function readDate({ day = '1', month, year }: Parts): NamedDate | undefined {
  const [ofMonth, ofYear] = [Number(day), month === undefined ? undefined : Number(month)];
  if (ofMonth < 1 || ofMonth > LONGEST_MONTH) return undefined;
  if (ofYear !== undefined && (ofYear < 1 || ofYear > MONTHS)) return undefined;
  const since = year === undefined ? undefined : Number(year) < CENTURY ? THIS_CENTURY + Number(year) : Number(year);
  const isHijri = since !== undefined && since < FIRST_GREGORIAN;
  return { day: ofMonth, month: ofYear, year: since, calendar: isHijri ? 'hijri' : 'gregorian' };
}
