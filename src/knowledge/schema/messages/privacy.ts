import { z } from 'zod';
import { sentence } from '../text';

/** messages.yaml, section privacy: what is kept, for how long, and how it is deleted. `{days}` is a counted "30 days". */
export const privacyMessages = z.strictObject({
  whatYouKeep: z.strictObject({
    title: sentence(),
    transcript: sentence('days').describe('Said in the site’s own chat, whose messages are stored.'),
    conversation: sentence('days'),
    lastTopic: sentence('topic').describe('Said when there is one.'),
    told: sentence().describe('What a person told of themselves.'),
    toldNow: sentence().describe('Said when something told is kept at this moment.'),
    opinions: sentence().describe('What is pressed under an answer: whether it helped.'),
    alarm: sentence().describe('A warning sign that was told is remembered for two hours.'),
    alarmNow: sentence().describe('Said while one is remembered.'),
    eligibility: sentence(),
    outcomeNow: sentence().describe('Said while the outcome of a check is remembered.'),
    checkRunning: sentence().describe('Said while the eligibility check runs.'),
    unanswered: sentence('days').describe('Said while the list of unanswered questions is on.'),
    unansweredOff: sentence().describe('Said while the list of unanswered questions is switched off.'),
    channels: sentence().describe('Said outside the site’s own chat: Teams and others keep their own copies.'),
    backups: sentence('days').describe(
      'Said where the program makes backups by itself: until newer ones replace them.',
    ),
    backupsByHand: sentence().describe('Said where it makes none by itself.'),
    notLogged: sentence(),
    responsible: sentence().describe('Who answers for the data: left out while the clinic has not said so.'),
    howToDelete: sentence(),
  }),
  deleteDone: sentence(),
  deleteBackups: sentence('days').describe('Added where the program makes backups by itself.'),
  deleteBackupsByHand: sentence().describe('Added where it makes none by itself.'),
  deleteOtherDevice: sentence('days').describe(
    'Added in the site’s own chat: chats of another device are out of reach.',
  ),
  deleteElsewhere: sentence().describe('Added outside the site’s own chat: the channel’s copy is out of reach.'),
  deleteFailed: sentence(),
});
