import type { Language } from './language';

/** A day as people say it, by the calendar and digits of the answers. */
export function sayDay(at: number, language: Language): string {
  return formats[language].day.format(at);
}

/** A day and an hour. */
export function sayTime(at: number, language: Language): string {
  return formats[language].time.format(at);
}

const formatsOf = (locale: string) => ({
  day: new Intl.DateTimeFormat(locale, { dateStyle: 'long' }),
  time: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }),
});

const formats = {
  ar: formatsOf('ar-u-nu-latn-ca-gregory'),
  en: formatsOf('en-GB'),
} satisfies Record<Language, unknown>;
