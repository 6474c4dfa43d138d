import { createKept } from './client/kept';

/** Languages of the window. */
type Language = 'ar' | 'en';

const kept = createKept('prp-chat.lang', (value): Language | undefined =>
  value === 'ar' || value === 'en' ? value : undefined,
);

/** Loads the page in the language the person chose, where it came in the other. True: it is on its way. */
export function followLanguage(): boolean {
  const chosen = kept.read();
  const address = new URL(location.href);
  if (chosen === undefined || chosen === document.documentElement.lang) return false;
  // Once: a server that has no such language would send the same page for ever.
  if (address.searchParams.get('lang') === chosen) return false;
  address.searchParams.set('lang', chosen);
  location.replace(address);
  return true;
}

/** Chooses the other language, for this and later visits. */
export function changeLanguage(): void {
  kept.write(document.documentElement.lang === 'en' ? 'ar' : 'en');
  followLanguage();
}
