import type { Knowledge } from '../../knowledge/knowledge';
import { createWholeReplyReader } from '../../eligibility/whole-replies';
import { normalize } from '../../text/normalize';
import { tokenize } from '../../text/tokenize';

/** Short replies on the way to a person. */
export interface HandoverReplyReader {
  /** Yes or no to what was just asked, in any dialect; undefined: neither. */
  agrees(text: string): boolean | undefined;
  /** The button that accepts a call: understood whenever it is pressed. */
  isCallButton(text: string): boolean;
  /** Words that end a talk with a person. */
  ends(text: string): boolean;
}

/** Creates the reader from the clinic's words. */
export function createHandoverReplyReader({
  eligibility,
  vocabulary,
  messages,
}: Pick<Knowledge, 'eligibility' | 'vocabulary' | 'messages'>): HandoverReplyReader {
  const { consent, callback, leaveButton, endButton, endWords } = messages.handover;
  const readWhole = createWholeReplyReader(eligibility.words, vocabulary, 'other');
  const fold = (texts: readonly string[]): ReadonlySet<string> => new Set(texts.map((text) => normalize(text)));
  const yes = fold([consent.yes, callback.yes]);
  const no = fold([consent.no, callback.no]);
  const call = normalize(callback.yes);
  const ending = fold([leaveButton, endButton, ...endWords]);

  return {
    agrees(text) {
      const plain = normalize(text);
      if (yes.has(plain)) return true;
      if (no.has(plain)) return false;
      const reading = readWhole(tokenize(plain));
      switch (reading?.kind) {
        case 'answer':
          return reading.answer === 'unsure' ? undefined : reading.answer === 'yes';
        case 'agree':
          return true;
        case 'cancel':
          return false;
        default:
          return undefined;
      }
    },
    isCallButton: (text) => normalize(text) === call,
    ends: (text) => ending.has(normalize(text)),
  };
}
