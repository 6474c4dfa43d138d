import { readWords, type SpokenWord } from '../../text/spoken-words';

/** A word of a message as the tagger sees it. */
export interface SeenWord extends SpokenWord {
  /** Whether punctuation or a line break stands before it. */
  readonly parted: boolean;
}

const CLAUSE_END = /[\n\p{Terminal_Punctuation}]/u;

/** The words of a message, each with what parts it from the one before. */
export function seeWords(text: string): SeenWord[] {
  let end = 0;
  return readWords(text).map((word) => {
    const parted = end > 0 && word.start > end && CLAUSE_END.test(text.slice(end, word.start));
    end = word.end;
    return { ...word, parted };
  });
}
