import type { Language } from './language';

/** A day as people say it, by the calendar and digits of the answers. */
export function sayDay(at: number, language: Language): string {
  return formatsFor(language).day.format(at);
}

/** A day and an hour. */
export function sayTime(at: number, language: Language): string {
  return formatsFor(language).time.format(at);
}

const LOCALES = { ar: 'ar-u-nu-latn-ca-gregory', en: 'en-GB' } satisfies Record<Language, string>;

const makeFormats = (locale: string) => ({
  day: new Intl.DateTimeFormat(locale, { dateStyle: 'long' }),
  time: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }),
});

const made = new Map<Language, ReturnType<typeof makeFormats>>();

/** Made for the first page that needs them: most starts serve none. */
function formatsFor(language: Language): ReturnType<typeof makeFormats> {
  const formats = made.get(language) ?? makeFormats(LOCALES[language]);
  made.set(language, formats);
  return formats;
}
