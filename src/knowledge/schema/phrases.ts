import { z } from 'zod';

const READABLE = /^\S(?:[^\uFFFD]*\S)?$/;

/**
 * A list of words or phrasings as people type them. Many thousands are read at start, so one rule for the whole list
 * takes the place of rules for each entry.
 */
export function phrases(expected: string) {
  return z.array(z.string({ error: 'a text' }), { error: expected }).superRefine((list, issues) => {
    list.forEach((text, at) => {
      if (READABLE.test(text)) return;
      issues.addIssue({
        code: 'custom',
        path: [at],
        message: 'a text with something in it, without spaces around it',
        params: { tip: 'type it again, or delete the entry' },
      });
    });
  });
}
