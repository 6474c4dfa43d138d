import type { Command, Vocabulary } from '../../knowledge/schema/vocabulary';
import { normalize } from '../../text/normalize';
import type { NormalizedText } from '../../text/normalize';
import { createPhraseIndex, phraseWords } from '../../text/phrase-index';
import { tokenize } from '../../text/tokenize';
import { createCourtesyPeeler } from '../understand/courtesy-peeler';
import type { Courtesies, Peeled } from '../understand/courtesy-peeler';
import { createEraseWishReader } from '../understand/erase-wish';
import { createPhraseBook } from '../understand/phrase-book';
import { createWishReader } from '../understand/wish-reader';

/** Commands about what is kept of the person: they need more than words. */
type Deed = 'what-you-keep' | 'delete-my-data';

/** What a short message says that is no question. */
export type Talk =
  | { readonly kind: 'command'; readonly command: Exclude<Command, Deed> }
  | { readonly kind: 'deed'; readonly deed: Deed }
  | { readonly kind: 'social'; readonly social: string }
  | { readonly kind: 'wish'; readonly wish: 'eligibility' };

/** Reads commands, social talk and the wish for the eligibility check, each only when it is the whole message. */
export interface TalkReader {
  /** The message without greetings and "please" around it. */
  peel(text: string): Peeled;
  /** @param isAboutKept whether the reply before said what is kept: "delete them all" means that then */
  read(text: string, peeled: Peeled, isAboutKept?: boolean): Talk | undefined;
  /** What a message of nothing but kind words says: some of them are known, few others stand around them, none asks. */
  readKindly(text: string): Talk | undefined;
}

/** What the talk reader needs to know. */
export interface TalkDependencies {
  readonly vocabulary: Vocabulary;
  /** Whether the knowledge base uses a normalized word: such a word is no typing error. */
  readonly isKnown: (word: string) => boolean;
}

/** Said along with a question or a request without being its point. Praise and insults are not: they may be the point. */
const OPENERS = ['greeting', 'how-are-you', 'thanks', 'ok', 'apology'];
const CLOSERS = ['thanks', 'goodbye'];
const WISH: Talk = { kind: 'wish', wish: 'eligibility' };
const OK: Talk = { kind: 'social', social: 'ok' };
/** Which kind of social talk a message of several is answered as: the most telling first. */
const MOST_TELLING = ['goodbye', 'thanks', 'how-are-you', 'apology', 'greeting', 'ok'];
/** Deleting cannot be undone: a typing error never leads to it. */
const UNFORGIVING: Deed = 'delete-my-data';
const ERASE: Talk = { kind: 'deed', deed: UNFORGIVING };
/** Where it is not plain that all is to be deleted, what is kept and how it is deleted is said. */
const TELL: Talk = { kind: 'deed', deed: 'what-you-keep' };

/** Words around kind ones that may be unknown: "may God honour you, thanks for *your patience with me*". */
const MOST_AROUND = 4;
/** A greeting or "fine" may be followed by anything; these end a talk. */
const KIND = ['goodbye', 'thanks'];

/** Creates the reader from the clinic's vocabulary. */
export function createTalkReader({ vocabulary, isKnown }: TalkDependencies): TalkReader {
  const book = createPhraseBook<Talk>(entriesOf(vocabulary), { isKnown, arabic: createArabicReader(vocabulary) });
  const isWish = createWishReader(vocabulary);
  const readEraseWish = createEraseWishReader(vocabulary);
  const please = { social: undefined, phrases: vocabulary.courtesy };
  const peel = createCourtesyPeeler(
    [...courtesies(vocabulary, OPENERS), please],
    [...courtesies(vocabulary, CLOSERS), please],
  );
  const kind = createPhraseIndex([
    ...KIND.map((social) => [social, vocabulary.social[social] ?? []] as const),
    ['please', vocabulary.courtesy] as const,
  ]);
  const askers = new Set(vocabulary.askers.flatMap(phraseWords));
  return {
    peel,
    readKindly(text) {
      const words = phraseWords(text);
      if (words.some((word) => askers.has(word))) return undefined;
      const said: string[] = [];
      let around = 0;
      for (let at = 0; at < words.length;) {
        const found = kind.longestAt(words, at);
        if (found === undefined) around += 1;
        else said.push(found.label);
        at += found?.length ?? 1;
      }
      const social = around > MOST_AROUND ? undefined : KIND.find((each) => said.includes(each));
      return social === undefined ? undefined : { kind: 'social', social };
    },
    read(text, peeled, isAboutKept = false) {
      const words = tokenize(normalize(text));
      const wish = readEraseWish(words);
      if (wish === 'all' || (wish === 'these' && isAboutKept)) return ERASE;
      const whole = book.read(words);
      if (whole !== undefined) return whole;
      if (wish === 'perhaps') return TELL;
      if (peeled.words.length > 0) return book.read(peeled.words) ?? (isWish(peeled.words) ? WISH : undefined);
      return { kind: 'social', social: MOST_TELLING.find((social) => peeled.socials.includes(social)) ?? 'greeting' };
    },
  };
}

function entriesOf({ answers, commands, social, wishes }: Vocabulary) {
  const commandEntries = Object.entries(commands).map(([name, phrases]) => ({
    means: commandTalk(name as Command),
    phrases,
    forgiving: name !== UNFORGIVING,
  }));
  const socialEntries = Object.entries(social).map(([name, phrases]) => ({
    means: { kind: 'social', social: name } as const,
    phrases,
  }));
  const wish = { means: WISH, phrases: wishes.eligibility };
  // "Yes" and "no" to nobody's question: an acknowledgement, no question to be guessed at.
  const assent = { means: OK, phrases: [...answers.yes, ...answers.no], forgiving: false };
  return [...commandEntries, ...socialEntries, wish, assent];
}

function commandTalk(command: Command): Talk {
  return command === 'what-you-keep' || command === 'delete-my-data'
    ? { kind: 'deed', deed: command }
    : { kind: 'command', command };
}

function courtesies({ social }: Vocabulary, kinds: readonly string[]): Courtesies {
  return kinds.map((kind) => ({ social: kind, phrases: social[kind] ?? [] }));
}

function createArabicReader({ arabizi }: Vocabulary): (latinWord: string) => string | undefined {
  const byWord = new Map(Object.entries(arabizi).map(([latin, word]) => [normalize(latin), normalize(word)]));
  return (latinWord) => byWord.get(latinWord as NormalizedText);
}
