import { z } from 'zod';
import { plainText, sentence } from '../text';

const question = z.strictObject({ title: sentence(), text: sentence(), yes: sentence() });
const card = z.strictObject({ title: sentence(), text: sentence() });

/** What the chat window on the clinic's web site says, in one language. */
const windowMessages = z.strictObject({
  title: sentence(),
  subtitle: sentence(),
  greeting: sentence().describe('Beside the closed window, where the site asks for it.'),
  open: sentence(),
  close: sentence(),
  closeGreeting: sentence(),
  unread: sentence('count'),
  log: sentence(),
  bot: sentence(),
  you: sentence(),
  compose: sentence(),
  placeholder: sentence(),
  send: sentence(),
  suggestions: sentence(),
  typing: sentence(),
  state: z.strictObject({ queued: sentence(), sending: sentence(), sent: sentence(), failed: sentence() }),
  retry: sentence(),
  discard: sentence(),
  today: sentence(),
  yesterday: sentence(),
  newMessages: sentence(),
  toNewest: sentence(),
  menu: sentence(),
  startOver: sentence(),
  copy: sentence(),
  copied: sentence(),
  copyFailed: sentence(),
  copyAnswer: sentence(),
  answerCopied: sentence(),
  print: sentence(),
  soundOff: sentence(),
  soundOn: sentence(),
  deleteData: sentence(),
  theme: z
    .strictObject({ auto: sentence(), light: sentence(), dark: sentence() })
    .describe('Light or dark: what is chosen now; a press chooses the next.'),
  language: sentence().describe('The other language of the window, in that language.'),
  privacy: sentence(),
  controls: z
    .strictObject({ label: sentence(), skip: plainText, back: plainText, stop: plainText })
    .describe('Under each question of the check: words the assistant understands.'),
  opinion: z
    .strictObject({
      question: sentence(),
      yes: sentence(),
      no: sentence(),
      why: sentence(),
      reasons: z.strictObject({
        unclear: sentence(),
        incomplete: sentence(),
        beside: sentence(),
        doubtful: sentence(),
      }),
      thanks: sentence(),
    })
    .describe('Under the last answer: whether it helped, and, where not, one of four reasons.'),
  cancel: sentence(),
  confirmStartOver: question,
  confirmDelete: question,
  deleting: sentence(),
  deleted: sentence(),
  deleteFailed: sentence(),
  deleteCommand: plainText.describe('What the bot understands as "delete my data"; sent where Azure carries the chat.'),
  newChat: sentence(),
  connecting: sentence(),
  reconnecting: sentence(),
  offline: sentence(),
  unreachable: sentence(),
  anotherChat: sentence(),
  tooLong: sentence('limit'),
  notSent: sentence(),
  charactersLeft: sentence('count'),
  notice: sentence(),
  noScript: sentence(),
});

/** What the clinic page at the server's own address says. */
const pageMessages = z.strictObject({
  description: sentence(),
  unnamed: sentence().describe('Stands for the name of a clinic that has not given it.'),
  skip: sentence(),
  nav: z.strictObject({ topics: sentence(), steps: sentence(), visit: sentence() }),
  hero: z.strictObject({
    kicker: sentence(),
    title: sentence(),
    text: sentence(),
    ask: sentence(),
    check: sentence(),
    checkQuestion: sentence().describe('What is asked when the button is pressed.'),
  }),
  promises: z.array(card),
  topics: card,
  steps: z.strictObject({ title: sentence(), items: z.array(card) }),
  visit: z.strictObject({
    title: sentence(),
    phone: sentence(),
    whatsapp: sentence(),
    address: sentence(),
    hours: sentence(),
    map: sentence(),
    booking: sentence(),
    prices: sentence(),
    emergency: sentence(),
    none: sentence(),
  }),
  snippet: z.strictObject({
    title: sentence(),
    text: sentence(),
    copy: sentence(),
    copied: sentence(),
    alone: sentence(),
  }),
  footer: sentence(),
});

/** messages.yaml, section widget: the chat on the clinic's web site, and the page that shows it. */
export const widgetMessages = z.strictObject({ ar: windowMessages, en: windowMessages, page: pageMessages });
