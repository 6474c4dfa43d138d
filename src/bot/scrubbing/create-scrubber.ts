import type { Knowledge } from '../../knowledge/knowledge';
import { createPhraseIndex, phraseWords } from '../../text/phrase-index';
import { readWords } from '../../text/spoken-words';
import { createNameFinder, type NameFinder } from './find-names';
import { collectNames } from './known-names';
import { collectWords, type WordContent } from './known-words';
import { scrub } from './scrub';

/**
 * A text in nobody's name, or an empty one when nothing of it may be kept. `names`: of the sender, as the channel gives
 * them.
 */
export type Scrubber = (text: string, names: readonly string[]) => string;

/** The content a scrubber knows words from. */
export type ScrubContent = WordContent & Pick<Knowledge, 'privateWords'>;

/** Stands for words that may name somebody. */
const LEFT_OUT = '\u2026';

/**
 * Creates the scrubber. Beside what {@link scrub} takes out, only ordinary words stay, in any form and with one wrong
 * letter; names of people and places go, those nobody listed as well, and where a name is expected, ordinary words that
 * are names too. A message that speaks of violence or self-harm is not kept at all.
 *
 * @param spoken the words of phrasings and word lists, normalized: normalizing them again would stop everything for as long
 *   as a hundred messages take
 */
export function createScrubber(content: ScrubContent, spoken: () => ReadonlySet<string>): Scrubber {
  const { privateWords } = content;
  const never = createPhraseIndex([['never', privateWords.never]] as const);
  // Most conversations have an answer to everything: what is known is collected when it is first needed.
  let finder: NameFinder | undefined;

  return (text, names) => {
    const words = readWords(text).map(({ word }) => word);
    if (words.some((_, at) => never.longestAt(words, at) !== undefined)) return '';
    finder ??= createFinder();
    return leaveOut(scrub(text, names), finder);
  };

  function createFinder(): NameFinder {
    const words = collectWords(content, spoken());
    return createNameFinder({ privateWords, words, names: collectNames(privateWords, words.isUsual) });
  }
}

function leaveOut(text: string, findNames: NameFinder): string {
  const pieces = text.split(' ');
  const spoken = pieces.flatMap((piece, at) => phraseWords(piece).map((word) => ({ word, piece: at })));
  const out = findNames(spoken.map(({ word }) => word));
  if (spoken.every((_, at) => out.has(at))) return '';
  const outPieces = new Set([...out].map((at) => spoken[at]?.piece));
  return pieces
    .map((piece, at) => (outPieces.has(at) ? LEFT_OUT : piece))
    .filter((piece, at, all) => piece !== LEFT_OUT || all[at - 1] !== LEFT_OUT)
    .join(' ');
}
