import { DOTLESS_I } from './letters';

/** Marks apart from their letters: accents, vowel signs, hamza seats. */
const MARKS = /\p{Mn}/gu;
const WORD = /[\p{L}\p{Mc}]+/gu;

/**
 * The words of a text in any language, lower case and without marks, letters left as they are: an Urdu heh is no Arabic
 * one here. For telling languages apart, where normalizing would take away what tells.
 */
export function foldForeign(text: string): string[] {
  return text.toLowerCase().normalize('NFKD').replace(MARKS, '').replaceAll(DOTLESS_I, 'i').match(WORD) ?? [];
}
