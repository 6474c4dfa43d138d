import { z } from 'zod';
import { buttonText, sentence } from '../text';

/** messages.yaml, section told: after something a person told of themselves. */
export const toldMessages = z.strictObject({
  followUp: sentence().describe('After the warning, when "may I?" or "how many days?" is asked.'),
  denied: sentence().describe('After "I am not pregnant and have no illness" without a question.'),
  choices: z.array(z.strictObject({ say: buttonText })),
});
