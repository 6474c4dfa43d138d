import { z } from 'zod';
import { CLINIC_FIELDS, DERIVED_FIELDS } from './clinic-fields';

const OF_CLINIC = CLINIC_FIELDS.map((field) => `clinic.${field}`);
const PLACEHOLDER = /\{([^{}\n]*)\}/g;

/** The names inside braces of a text, in order: "clinic.phone" for `{clinic.phone}`. */
export function placeholdersIn(text: string): string[] {
  return Array.from(text.matchAll(PLACEHOLDER), (match) => match[1] ?? '');
}

/** A text with something in it, trimmed. */
export const plainText = z
  .string({ error: 'a text' })
  .trim()
  .min(1, { error: 'a text with something in it' })
  .refine((text) => !text.includes('\uFFFD'), {
    error: 'readable letters',
    params: {
      tip: 'a letter was lost when the file was saved (\uFFFD stands for it): type it again and save as UTF-8',
    },
  });

/** Names things in the files: small Latin letters, digits and hyphens. */
export const identifier = z.string({ error: 'an id' }).regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
  error: 'small Latin letters, digits and hyphens, such as number-of-sessions',
});

/**
 * A text the bot says. It may hold the clinic's data, each on a line that disappears while the clinic has not given the
 * value ({@link CLINIC_FIELDS}), and must hold every one of `required` ("{limit}").
 */
export function sentence(...required: readonly string[]) {
  return textWith([...required, ...OF_CLINIC], required);
}

/** An answer of the FAQ: a text the bot says that may also hold what follows from the clinic's data ({@link DERIVED_FIELDS}). */
export function answerText() {
  return textWith([...OF_CLINIC, ...DERIVED_FIELDS], []);
}

function textWith(known: readonly string[], required: readonly string[]) {
  return plainText.superRefine((text, issues) => {
    const present = placeholdersIn(text);
    for (const name of present.filter((candidate) => !known.includes(candidate))) {
      issues.addIssue({
        code: 'custom',
        message: `only these in braces: ${known.map((each) => `{${each}}`).join(' ')}`,
        params: { found: `{${name}}`, misspelt: name, known, wrap: '{}' },
      });
    }
    for (const name of required.filter((candidate) => !present.includes(candidate))) {
      issues.addIssue({
        code: 'custom',
        message: `a text that holds {${name}}`,
        params: { tip: `write {${name}} where the value belongs: the program puts it there` },
      });
    }
  });
}

/** What stands on a button: Teams and phones cut longer ones. */
export const buttonText = plainText.max(24, { error: 'at most 24 characters, so that it fits on a button' });
