/** What a patient reads when the chat cannot do what was asked; from knowledge/messages.yaml. */
export interface DirectLineSentences {
  /** Too many messages, requests or streams in a short time. */
  readonly tooManyMessages: string;
  /** The message is longer than the bot reads. */
  readonly tooLong: string;
  /** A picture or file was sent. Said by the bot in the chat, too. */
  readonly filesNotAccepted: string;
  /** The chat cannot be begun now: too many conversations, or Azure does not answer. */
  readonly unavailable: string;
}
