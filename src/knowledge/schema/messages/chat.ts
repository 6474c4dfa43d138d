import { z } from 'zod';
import { buttonText, plainText, sentence } from '../text';
import { choices } from './choice';

/** messages.yaml, section chat: what the assistant says around the answers. */
export const chatMessages = z.strictObject({
  welcome: z.strictObject({
    title: sentence(),
    text: sentence(),
    choices: choices.min(3, { error: 'three or four buttons' }).max(4, { error: 'three or four buttons' }),
  }),
  didYouMean: sentence(),
  noneOfThese: z.strictObject({ button: buttonText, text: sentence(), choices }),
  unknown: z.strictObject({ text: sentence(), choices }),
  whichArea: z.strictObject({ text: sentence(), face: buttonText, hair: buttonText }),
  twoAnswers: sentence(),
  sameAgain: sentence().describe('Said instead of the same answer a second time.'),
  comfort: sentence().describe('Said first to somebody who is afraid or sorry.'),
  fear: z
    .strictObject({ text: sentence(), choices })
    .describe('Said to somebody who is afraid or sorry and names nothing known.'),
  anythingElse: sentence(),
  menu: z.strictObject({ button: buttonText, text: sentence(), category: sentence('category') }),
  exampleClinic: sentence(),
  listComma: plainText.describe('What stands between entries listed on one line.'),
  source: z.strictObject({
    one: sentence('source'),
    several: sentence('source'),
    reviewed: sentence('date').describe('Where a physician of the clinic signed the answer as it stands.'),
    notReviewed: sentence().describe('Where none has, or the answer was changed since.'),
  }),
  emptyText: sentence(),
  tooLong: sentence('limit'),
  onlyEmoji: sentence(),
  sticker: sentence(),
  attachment: sentence(),
  besideAttachment: sentence(),
  otherLanguage: z.strictObject({
    english: sentence(),
    french: sentence(),
    urdu: sentence(),
    persian: sentence(),
    turkish: sentence(),
    hindi: sentence(),
    tagalog: sentence(),
    other: sentence(),
  }),
  opinion: z
    .strictObject({
      question: sentence(),
      yes: buttonText,
      no: buttonText,
      why: sentence(),
      reasons: z.strictObject({
        unclear: buttonText,
        incomplete: buttonText,
        beside: buttonText,
        doubtful: buttonText,
      }),
      thanks: sentence(),
    })
    .describe('Under an answer: whether it helped, and, where not, one of four reasons.'),
  publicCheck: sentence().describe('Said where others read along to somebody who wants the eligibility check.'),
});
