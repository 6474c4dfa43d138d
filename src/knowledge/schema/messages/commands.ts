import { z } from 'zod';
import { buttonText, sentence } from '../text';
import { choices } from './choice';

/** messages.yaml, section commands: replies to "help", "cancel", "start over", "talk to a person". */
export const commandMessages = z.strictObject({
  help: z.strictObject({ text: sentence(), choices }),
  nothingToCancel: sentence(),
  nothingToGoBackTo: sentence(),
  restarted: sentence(),
  human: z.strictObject({
    button: buttonText,
    text: sentence(),
    complaint: sentence().describe('Said first to a complaint.'),
    missing: sentence().describe('Said while the clinic has given no way to reach it.'),
  }),
});
