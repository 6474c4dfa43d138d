import { z } from 'zod';
import { buttonText, identifier, sentence } from '../text';
import { choices } from './choice';

/** messages.yaml, section teams: what is said only in Microsoft Teams. */
export const teamsMessages = z.strictObject({
  groupWelcome: z
    .strictObject({ text: sentence(), choices })
    .describe('The first message in a group chat or a team, where everybody reads along.'),
  privateChat: z
    .strictObject({ button: buttonText, question: buttonText })
    .describe('The button that opens a conversation of two, and what stands ready to be sent in it.'),
  checkNotice: sentence().describe('Stands for messages of the eligibility check in notifications.'),
  search: z
    .strictObject({
      useful: z.array(z.strictObject({ topic: identifier })),
      nothing: sentence(),
      noSettings: sentence(),
    })
    .describe('The search in the compose box: what it shows before anything is typed, and when nothing is found.'),
});
