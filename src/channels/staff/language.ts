/** Languages of the console, Arabic first. */
export const LANGUAGES = ['ar', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Reads a language; Arabic where it is none of ours. */
export const readLanguage = (text: string | undefined): Language => (text === 'en' ? 'en' : 'ar');
