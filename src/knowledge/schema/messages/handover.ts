import { z } from 'zod';
import { buttonText, plainText, sentence } from '../text';

const counted = z.strictObject({
  one: plainText,
  two: plainText,
  few: sentence('count'),
  many: sentence('count'),
  other: sentence('count'),
});

/** messages.yaml, section handover: a person of the clinic takes over. A sentence for every moment. */
export const handoverMessages = z.strictObject({
  consent: z.strictObject({
    text: sentence().describe('Who will read what was written here.'),
    yes: buttonText,
    no: buttonText,
    declined: sentence(),
  }),
  notUnderstood: sentence().describe('Before the offer of a person, after two questions without an answer.'),
  waiting: sentence().describe('The request is there.'),
  stillWaiting: sentence('minutes').describe('Still nobody; also said to who asks again.'),
  joined: sentence('who').describe('A person has taken it.'),
  speaker: z
    .strictObject({ staff: sentence('name'), physician: sentence('name') })
    .describe('Who speaks, above each message of a person.'),
  writing: sentence('name').describe('A person is writing: beside three dots, for some seconds.'),
  freed: sentence().describe('The person has left without an end; another will come.'),
  nobodyCame: sentence(),
  askSilence: sentence().describe('A quarter of an hour without a message.'),
  endSilence: sentence(),
  ended: sentence('who').describe('The person has ended it.'),
  endedByPatient: sentence(),
  cancelled: sentence().describe('The patient waits no longer.'),
  leaveButton: buttonText,
  endButton: buttonText,
  endWords: z.array(plainText).describe('What ends a talk when it is the whole message.'),
  file: sentence().describe('A file was sent to a person.'),
  tooMany: sentence().describe('Too many requests of one person.'),
  busy: sentence().describe('Too many requests of all.'),
  nobodyHere: sentence().describe('Open, and nobody is free.'),
  closed: sentence('opening').describe('Outside the opening hours.'),
  public: sentence().describe('Where others read along.'),
  callback: z.strictObject({
    offer: sentence('days').describe('What is kept for a call, and how long.'),
    yes: buttonText,
    no: buttonText,
    declined: sentence(),
    name: sentence(),
    number: sentence(),
    numberUnclear: sentence(),
    time: sentence(),
    done: sentence('name', 'number', 'time'),
    cancelled: sentence(),
  }),
  staff: z
    .strictObject({
      connectWords: z.array(plainText),
      disconnectWords: z.array(plainText),
      asked: sentence(),
      connected: sentence(),
      disconnected: sentence(),
      notConnected: sentence(),
      requested: sentence(),
      about: sentence('topic'),
      noTopic: sentence(),
      take: buttonText,
      yours: sentence(),
      wrote: sentence(),
      urgent: sentence(),
      patient: plainText,
      assistant: plainText,
      note: plainText,
      answer: plainText,
      send: buttonText,
      sent: sentence(),
      end: buttonText,
      ended: sentence(),
      outcome: plainText,
      outcomes: z.strictObject({
        answered: plainText,
        'called-back': plainText,
        booked: plainText,
        'no-answer': plainText,
      }),
      taken: sentence('name'),
      freed: sentence(),
      left: sentence(),
      over: sentence(),
      others: sentence(),
    })
    .describe('Said to the staff in a chat or channel that gets talks.'),
  minutes: counted.describe('A number of minutes, as Arabic counts.'),
  kept: z
    .strictObject({ talk: sentence(), callback: sentence('days') })
    .describe('Said of a talk and of a wish to be called when somebody asks what is kept.'),
});
