import type { Eligibility } from '../knowledge/schema/eligibility-shape';
import { createPhraseIndex, phraseWords } from '../text/phrase-index';
import { createAgeReader, isBelow } from '../text/read-age';
import { createNumberReader } from '../text/read-number';
import type { ItemFinder } from './find-item';
import type { Reading, ReplyVocabulary } from './reading';

/**
 * Reads a reply that answers another question than the present one: "pregnancy no, not yes", "question two, my answer is
 * no", "I was wrong about the age, I am 16", and "I meant yes", which is the answer before. Undefined for anything else.
 * `isAbout`: whether words name something the present question asks about.
 */
export type CorrectionReader = (
  words: readonly string[],
  at: number,
  isAbout: (words: readonly string[]) => boolean,
) => Correction | undefined;

type Correction = Extract<Reading, { kind: 'correct' }>;
type Label = 'meant' | 'change' | 'answer' | 'negator' | 'courtesy' | 'yes' | 'no' | 'unsure';

/** Longer replies tell a story; what they say is read as that. */
const MOST_WORDS = 9;

/** Creates the reader. */
export function createCorrectionReader(
  rules: Eligibility,
  { answers }: ReplyVocabulary,
  find: ItemFinder,
): CorrectionReader {
  const { words } = rules;
  const excepts = new Set(words.except.map((word) => phraseWords(word).join(' ')));
  const index = createPhraseIndex<Label>([
    ['meant', words.meant],
    // "I have nothing except …" has the same word as "change".
    ['change', words.change.filter((word) => !excepts.has(phraseWords(word).join(' ')))],
    ['answer', words.answer],
    ['yes', answers.yes],
    ['no', answers.no],
    ['unsure', [...answers.unsure, ...words.unsure]],
    ['negator', words.negators],
    ['courtesy', words.courtesy],
  ]);
  const readNumber = createNumberReader(words.numbers, words.ordinals);
  const readAge = createAgeReader(words);

  return (reply, at, isAbout) => {
    if (reply.length > MOST_WORDS) return undefined;
    const { heard, said, rest, begins } = cut(reply);
    const named = find(rest);
    const item = named ?? (heard.has('answer') ? numbered(rest) : undefined);
    if (item === undefined) {
      const [answer, ...more] = said;
      return rest.length === 0 && heard.has('meant') && answer !== undefined && more.length === 0
        ? { kind: 'correct', answer }
        : undefined;
    }
    const age = ageAnswer(item, reply, at);
    const isExplicit = heard.has('meant') || heard.has('change') || heard.has('answer');
    // A word that names no question tells something: what it says is read as that.
    const isBare = begins && rest.every((word) => find([word]) === item);
    const answer = age ?? (said.length === 1 ? said[0] : undefined);
    if (answer === undefined || !(isExplicit || (isBare && !isAbout(rest)))) return undefined;
    return { kind: 'correct', item, answer };
  };

  /** What the words are for; an answer that is denied ("not yes") is none. `begins`: the first word names something. */
  function cut(reply: readonly string[]) {
    const heard = new Set<Label>();
    const said = new Set<'yes' | 'no' | 'unsure'>();
    const rest: string[] = [];
    let denied = false;
    for (let at = 0; at < reply.length;) {
      const found = index.longestAt(reply, at);
      if (found === undefined) rest.push(...reply.slice(at, at + 1));
      else if (found.label === 'yes' || found.label === 'no' || found.label === 'unsure') {
        if (!denied) said.add(found.label);
      } else heard.add(found.label);
      // "No no, wrong, I meant yes": what was said before it does not count.
      if (found?.label === 'meant') said.clear();
      denied = found?.label === 'negator';
      at += found?.length ?? 1;
    }
    return { heard, said: [...said], rest, begins: rest.length > 0 && rest[0] === reply[0] };
  }

  function numbered(rest: readonly string[]): string | undefined {
    const value = rest.map((_, at) => readNumber(rest, at)?.value).find((each) => each !== undefined);
    return value === undefined ? undefined : rules.questions[value - 1]?.id;
  }

  function ageAnswer(item: string, reply: readonly string[], at: number): 'yes' | 'no' | undefined {
    const limit = rules.questions.find(({ id }) => id === item)?.number?.below;
    const age = limit === undefined ? undefined : readAge(reply, at);
    const below = limit === undefined || age === undefined || age === 'unclear' ? undefined : isBelow(age, limit);
    return below === undefined ? undefined : below ? 'yes' : 'no';
  }
}
