import { z } from 'zod';
import { buttonText, plainText, sentence } from '../text';

const DIGITS = 10;

/** messages.yaml, section eligibility: what the check says around its questions. */
export const eligibilityMessages = z.strictObject({
  digits: plainText
    .length(DIGITS, { error: 'ten digits, zero first' })
    .describe('The digits progress is written with.'),
  progress: sentence('at', 'of'),
  buttons: z.strictObject({
    yes: buttonText,
    no: buttonText,
    unsure: buttonText,
    why: buttonText,
    notApplicable: buttonText,
    skip: buttonText,
    agree: buttonText,
    decline: buttonText,
    show: buttonText,
    change: buttonText,
    changeOne: sentence('short').describe('What pressing the name of an answer says.'),
    keep: buttonText,
    again: buttonText,
    person: buttonText.describe('A command of vocabulary.yaml: talk to a person.'),
  }),
  answered: z
    .strictObject({ yes: plainText, no: plainText, unsure: plainText, skipped: plainText })
    .describe('The answers as the summary names them.'),
  summary: z.strictObject({ intro: sentence(), line: sentence('short', 'answer'), ask: sentence() }),
  whichAnswer: sentence(),
  outcome: z.strictObject({
    because: sentence(),
    reason: sentence('short', 'answer', 'reason'),
    bring: sentence(),
    item: sentence('text'),
    medicines: sentence().describe('Said when an answer about a medicine led to the outcome.'),
    also: sentence().describe('What else the doctor should hear, asked of nobody here.'),
    closing: sentence(),
    why: sentence().describe('The reply to "why?" after the outcome, before the answers that led to it.'),
    whyNothing: sentence().describe('The same when no answer stood in the way.'),
    notForever: sentence().describe('Said after those answers.'),
  }),
  notUnderstood: sentence(),
  consentNotUnderstood: sentence(),
  easier: sentence(),
  offerPerson: sentence(),
  gaveUp: sentence(),
  firstQuestion: sentence().describe('Said when there is nothing to go back to.'),
  kept: sentence().describe('Said when changing an answer is left without changing it.'),
  noted: sentence('short', 'answer').describe('Said when something told answers another question, or corrects one.'),
  toldBefore: sentence().describe('Said after the consent, before what was told before the check.'),
  changed: sentence('short').describe('Said before asking again a question whose answer is to be changed.'),
  staleButton: sentence().describe('A button of an earlier question was pressed.'),
  staleReply: sentence().describe('An older message was quoted; the present question follows.'),
  askedAgain: sentence().describe('Whether the last message arrived is not known; the present question follows.'),
  noCheck: sentence().describe('A control of the check was typed, and no check is running.'),
  endedButton: sentence().describe('A button of a check that is over was pressed.'),
  declined: sentence(),
  cancelled: sentence(),
  restarted: sentence(),
  expired: sentence(),
});
