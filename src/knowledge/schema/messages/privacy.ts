import { z } from 'zod';
import { buttonText, sentence } from '../text';

/** messages.yaml, section privacy: what is kept, for how long, and how it is deleted. `{days}` is a counted "30 days". */
export const privacyMessages = z.strictObject({
  whatYouKeep: z.strictObject({
    title: sentence(),
    conversation: sentence('days'),
    eligibility: sentence(),
    unanswered: sentence('days').describe('Said while the list of unanswered questions is on.'),
    unansweredOff: sentence().describe('Said while the list of unanswered questions is switched off.'),
    channels: sentence().describe('Said outside the site’s own chat: Teams and others keep their own copies.'),
    howToDelete: sentence(),
  }),
  deleteConfirm: z.strictObject({ text: sentence(), yes: buttonText, no: buttonText }),
  deleteDone: sentence(),
  deleteCancelled: sentence(),
  deleteFailed: sentence(),
});
