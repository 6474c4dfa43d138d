/** Languages of the console, Arabic first. */
export type Language = 'ar' | 'en';

/** Reads a language; Arabic where it is none of ours. */
export const readLanguage = (text: string | undefined): Language => (text === 'en' ? 'en' : 'ar');
