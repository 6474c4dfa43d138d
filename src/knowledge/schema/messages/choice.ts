import { z } from 'zod';
import { buttonText, identifier } from '../text';

/**
 * A button: a topic of the FAQ under its own button text, or a text that is said when pressed (a command, the wish for
 * the eligibility check, the title of a category).
 */
const choice = z.union([z.strictObject({ topic: identifier }), z.strictObject({ say: buttonText })], {
  error: '"topic: <topic id>" or "say: <what the button says>"',
});

export const choices = z.array(choice, { error: 'a list of buttons, each "- topic: …" or "- say: …"' });
