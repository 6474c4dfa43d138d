/** What a person sent, without the form of its channel. */
export interface Message {
  /** As typed or pressed, without mentions. Empty when only something else was sent. */
  readonly text: string;
  /** What came with it. */
  readonly extras: 'none' | 'sticker' | 'attachment';
}

/** Why a message cannot be read as words. */
export type Unreadable = 'empty' | 'emoji' | 'sticker' | 'attachment' | 'too-long';

/** Longest message that is read, in characters. A question has about 60; a whole story fits in 1,000. */
export const LONGEST_MESSAGE = 1000;

const WORDS = /[\p{L}\p{N}]/u;
const PICTURE = /[\p{Extended_Pictographic}\p{Regional_Indicator}\u20E3]/u;

/** Says why a message cannot be read, or undefined when it can. */
export function readUnreadable({ text, extras }: Message): Unreadable | undefined {
  if (WORDS.test(text)) return Array.from(text).length > LONGEST_MESSAGE ? 'too-long' : undefined;
  if (extras !== 'none') return extras;
  return PICTURE.test(text) ? 'emoji' : 'empty';
}
