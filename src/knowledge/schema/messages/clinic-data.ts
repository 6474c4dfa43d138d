import { z } from 'zod';
import { answerText, identifier, sentence } from '../text';
import { words } from '../words';

/** messages.yaml, section clinicData: how data of clinic.yaml that have several parts are told. */
export const clinicDataMessages = z.strictObject({
  price: sentence('item', 'price'),
  noPrice: sentence('item').describe('A line for what was asked for and has no price.'),
  doctor: z.strictObject({
    title: sentence('doctor', 'title'),
    licence: sentence('doctor', 'licence'),
    noLicence: sentence('doctor').describe('In the list of doctors, where no licence was entered.'),
    days: sentence('doctor', 'days'),
  }),
  noWomanDoctor: sentence().describe('Where every doctor is entered as woman: false.'),
  offerUntil: sentence('offer', 'date'),
  points: z
    .array(
      z.strictObject({
        topic: identifier,
        words: words.describe('A question of this topic that holds one of them asks for this alone.'),
        given: answerText(),
        missing: answerText().describe('Where the clinic has not entered it.'),
      }),
    )
    .describe('Single data people ask for: told in place of the whole answer of the topic.'),
  afterPoint: sentence().describe('Behind them.'),
});
