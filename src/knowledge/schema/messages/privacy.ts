import { z } from 'zod';
import { sentence } from '../text';

/** messages.yaml, section privacy: what is kept, for how long, and how it is deleted. `{days}` is a counted "30 days". */
export const privacyMessages = z.strictObject({
  whatYouKeep: z.strictObject({
    title: sentence(),
    conversation: sentence('days'),
    lastTopic: sentence('topic').describe('Said when there is one.'),
    eligibility: sentence(),
    checkRunning: sentence().describe('Said while the eligibility check runs.'),
    unanswered: sentence('days').describe('Said while the list of unanswered questions is on.'),
    unansweredOff: sentence().describe('Said while the list of unanswered questions is switched off.'),
    channels: sentence().describe('Said outside the site’s own chat: Teams and others keep their own copies.'),
    howToDelete: sentence(),
  }),
  deleteDone: sentence(),
  deleteFailed: sentence(),
});
