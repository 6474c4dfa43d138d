import { z } from 'zod';
import { plainText, sentence } from '../text';

const MONTHS = 12;

/** messages.yaml, section dates: how days and numbers of days are written. */
export const dateMessages = z.strictObject({
  date: sentence('day', 'month', 'year'),
  months: z.array(plainText).length(MONTHS, { error: 'the names of the twelve months, January first' }),
  digits: plainText
    .refine((text) => Array.from(text).length === 10, { error: 'ten digits, zero first: 0123456789' })
    .describe('The digits numbers are written with.'),
  days: z
    .strictObject({
      one: plainText,
      two: plainText,
      few: sentence('count'),
      many: sentence('count'),
      other: sentence('count'),
    })
    .describe('A number of days, in the forms Arabic counts with (1, 2, 3–10, 11–99, 100).'),
});
