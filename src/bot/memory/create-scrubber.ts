import type { Knowledge } from '../../knowledge/knowledge';
import { ALEF, HEH, LAM, TEH_MARBUTA, YEH } from '../../text/letters';
import { createPhraseIndex, phraseWords } from '../../text/phrase-index';
import { readWords } from '../../text/spoken-words';
import { createStemmer } from '../../text/stem';
import { withinOneEdit } from '../../text/within-one-edit';
import { scrub } from './scrub';

/**
 * A text in nobody's name, or an empty one when nothing of it may be kept. `names`: of the sender, as the channel gives
 * them.
 */
export type Scrubber = (text: string, names: readonly string[]) => string;

/** The content a scrubber knows words from. */
export type ScrubContent = Pick<Knowledge, 'vocabulary' | 'openQuestions' | 'privateWords'>;

/** Stands for words that are not known: they may name somebody. */
const LEFT_OUT = '\u2026';
const SHORTEST_TYPO = 6;
const WORDS_OF_A_NAME = 2;
/** "Al-Omari": behind a first name, even where its stem is a word that is known ("my age"). */
const FAMILY_NAME = new RegExp(`^${ALEF}${LAM}.{2,}${YEH}(${TEH_MARBUTA}|${HEH})?$`, 'u');
const WORDS_OF_A_PLACE = 2;
/** Shorter stems are shared by words that have nothing to do with each other. */
const SHORTEST_STEM = 4;

/**
 * Creates the scrubber. Beside what {@link scrub} takes out, only words the knowledge base uses stay, in any form and with
 * one wrong letter: neither the name of a third person nor a town is among them. A message that speaks of violence or
 * self-harm is not kept at all.
 *
 * @param spoken the words of phrasings and word lists, normalized: normalizing them again would stop everything for as long
 *   as a hundred messages take
 */
export function createScrubber(content: ScrubContent, spoken: () => ReadonlySet<string>): Scrubber {
  const { vocabulary, privateWords } = content;
  const never = createPhraseIndex([['never', privateWords.never]] as const);
  const named = createPhraseIndex([
    ['name', [...privateWords.names, ...privateWords.places]],
    ['beforePlace', privateWords.beforePlaces],
    ['beforeName', privateWords.beforeNames],
  ] as const);
  const stem = createStemmer(new Set());
  // Most conversations have an answer to everything: what is known is collected when it is first needed.
  let known: KnownWords | undefined;

  return (text, names) => {
    const words = readWords(text).map(({ word }) => word);
    if (words.some((_, at) => never.longestAt(words, at) !== undefined)) return '';
    const bare = scrub(text, { names, introductions: vocabulary.introductions });
    known ??= collectWords(content, spoken(), stem);
    return leaveOut(bare, known);
  };

  function leaveOut(text: string, words: KnownWords): string {
    const pieces = text.split(' ');
    const spoken = pieces.flatMap((piece, at) => phraseWords(piece).map((word) => ({ word, piece: at })));
    const plain = spoken.map(({ word }) => word);
    const out = new Set<number>();
    for (const [at, word] of plain.entries()) {
      const found = named.longestAt(plain, at);
      const length = found?.length ?? 0;
      if (found?.label === 'name') for (let n = 0; n < length; n += 1) out.add(at + n);
      if (found?.label === 'beforeName') leaveName(at + length, plain, words, out);
      if (found?.label === 'beforePlace') for (let n = 0; n < WORDS_OF_A_PLACE; n += 1) out.add(at + length + n);
      if (!isKnown(word, words)) out.add(at);
    }
    if (plain.every((_, at) => out.has(at))) return '';
    const outPieces = new Set([...out].map((at) => spoken[at]?.piece));
    return pieces
      .map((piece, at) => (outPieces.has(at) ? LEFT_OUT : piece))
      .filter((piece, at, all) => piece !== LEFT_OUT || all[at - 1] !== LEFT_OUT)
      .join(' ');
  }

  /** After "doctor", "my friend" a name follows: known words stay, but not where two strange ones make a full name. */
  function leaveName(at: number, plain: readonly string[], words: KnownWords, out: Set<number>): void {
    for (let n = at; n < Math.min(at + WORDS_OF_A_NAME, plain.length); n += 1) {
      const word = plain[n] ?? '';
      const isOfFamily = n > at && FAMILY_NAME.test(word) && !words.whole.has(word);
      if (isKnown(word, words) && !isOfFamily) return;
      out.add(n);
    }
  }

  function isKnown(word: string, { whole, stems, long }: KnownWords): boolean {
    const bare = stem(word);
    if (whole.has(word) || whole.has(bare) || (bare.length >= SHORTEST_STEM && stems.has(bare))) return true;
    return word.length >= SHORTEST_TYPO && (long.get(word[0] ?? '') ?? []).some((each) => withinOneEdit(word, each));
  }
}

interface KnownWords {
  readonly whole: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
  /** Words long enough for a slip, by their first letter. */
  readonly long: ReadonlyMap<string, readonly string[]>;
}

function collectWords(
  { vocabulary, openQuestions }: ScrubContent,
  spoken: ReadonlySet<string>,
  stem: (word: string) => string,
): KnownWords {
  const phrases = [
    ...Object.values(vocabulary.social).flat(),
    ...Object.keys(vocabulary.arabizi),
    ...openQuestions.openQuestions.flatMap(({ phrasings }) => phrasings),
    ...vocabulary.courtesy,
    ...vocabulary.asking,
    ...vocabulary.askers,
  ];
  const whole = new Set([...spoken, ...phrases.flatMap(phraseWords)]);
  const long = new Map<string, string[]>();
  for (const word of whole) {
    if (word.length < SHORTEST_TYPO) continue;
    const first = word[0] ?? '';
    const words = long.get(first);
    if (words === undefined) long.set(first, [word]);
    else words.push(word);
  }
  return { whole, stems: new Set([...whole].map(stem)), long };
}
