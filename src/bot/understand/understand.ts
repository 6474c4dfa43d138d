import type { Facts } from '../../knowledge/schema/facts';
import type { Area, Match, MatchContext, Matcher, Wish } from '../../matching/match';
import type { MessageReader, Reading } from '../../reading/reading';
import type { Urgent, UrgentReader } from '../../safety/create-urgent-reader';
import { heedTold } from './heed-told';
import { matchReading } from './match-reading';
import { readUnreadable } from './message';
import type { Message, Unreadable } from './message';
import type { Offer, PickReader } from '../reply/offer';
import type { LanguageReader, OtherLanguage } from './other-language';
import type { Shortcuts } from './shortcuts';
import type { Talk, TalkReader } from '../turn/talk';
import { asksForCheck, type DeniedUnderstanding, readTold, type ToldUnderstanding } from './read-told';
import type { Told } from '../memory/told';

/** What a message means. The order of the kinds is the order in which they are looked for. */
export type Understanding =
  /** `reading`: what is told beside the sign stays told. */
  | { readonly kind: 'urgent'; readonly urgent: Urgent; readonly reading: Reading }
  | { readonly kind: 'unreadable'; readonly why: Unreadable }
  | (Talk & Read)
  | ({ readonly kind: 'complaint' } & Read)
  | { readonly kind: 'none-of-these' }
  | { readonly kind: 'topic'; readonly topic: string; readonly area?: Area }
  | { readonly kind: 'category'; readonly category: string }
  | { readonly kind: 'language'; readonly language: OtherLanguage }
  | { readonly kind: 'question'; readonly text: string; readonly reading: Reading; readonly match: Asked }
  | ToldUnderstanding
  | DeniedUnderstanding;

/** What was read of a message that was read as a whole. */
interface Read {
  readonly reading?: Reading;
}

/** A question, answerable or not. */
type Asked = Exclude<Match, { kind: 'wish' }>;

/** What the conversation adds to a message. */
export interface Situation {
  readonly offer?: Offer | undefined;
  readonly about?: MatchContext | undefined;
  readonly told?: Told | undefined;
  /** Whether the reply before said what is kept of the person. */
  readonly isAboutKept?: boolean | undefined;
}

/** The readers, in the order they are asked. */
export interface UnderstandDependencies {
  readonly readUrgent: UrgentReader;
  readonly talk: TalkReader;
  readonly readPick: PickReader;
  readonly shortcuts: Shortcuts;
  readonly readLanguage: LanguageReader;
  readonly readMessage: MessageReader;
  readonly matcher: Matcher;
  readonly facts: Facts;
  /** Milliseconds since 1970: dates of birth are read with it. */
  readonly now: () => number;
}

/** Says what a message means. Pure and deterministic; never throws on any text. */
export type Understand = (message: Message, situation: Situation) => Understanding;

/** A question mark, of Arabic or Latin writing. */
const ASKING = /[\u061F?]/u;
/** Most text looked at for urgent signs, in UTF-16 units: beyond it no person is writing. */
const MOST_TEXT = 20_000;
/** The urgent reader reads 2,000 characters; longer messages are read in windows that overlap by a sentence. */
const WINDOW = 2000;
const STEP = 1700;

/** Creates the one place that says what a message means. */
export function createUnderstand(dependencies: UnderstandDependencies): Understand {
  const { readUrgent, readMessage, now, talk, readPick, shortcuts } = dependencies;
  return (sent, situation) => {
    // One sign may stand for eighteen letters: what it stands for is read, and counted.
    const message = { ...sent, text: sent.text.normalize('NFKC') };
    const urgent = readUrgentAnywhere(message.text, readUrgent);
    if (urgent !== undefined && !isDeletion(message.text, talk))
      return { kind: 'urgent', urgent, reading: readMessage(message.text, now()) };
    const why = readUnreadable(message);
    if (why !== undefined) return { kind: 'unreadable', why };
    const peeled = talk.peel(message.text);
    const pick = readPick(peeled.words, situation.offer);
    if (pick?.kind === 'none-of-these') return pick;
    const text = pick?.choice.value ?? message.text;
    const meant = pick === undefined ? peeled : talk.peel(text);
    const said = talk.read(text, meant, situation.isAboutKept);
    // Of "all well?" courtesy leaves nothing.
    const asked = meant.words.length === 0 ? text : meant.text;
    return (
      readTalk(said, ['command', 'deed']) ??
      shortcuts.read(text) ??
      shortcuts.read(meant.text) ??
      (meant.text === text ? undefined : readPhrasing(text, dependencies.matcher)) ??
      (isToldAbout(said, asked, situation, dependencies) ? undefined : readTalk(said, ['social', 'wish'])) ??
      readKindly(text, dependencies) ??
      readQuestion(asked, situation, dependencies)
    );
  };
}

/** "A thousand thanks to you all": kind words with others around them, where nothing is asked or told. */
function readKindly(text: string, { talk, readMessage, now }: UnderstandDependencies): Talk | undefined {
  const said = talk.readKindly(text);
  if (said === undefined) return undefined;
  return readMessage(text, now()).clauses.every(({ kind }) => kind === 'filler') ? said : undefined;
}

/** A wish to delete is read word by word, whatever its language: where every word of it is known, none is a sign. */
function isDeletion(text: string, talk: TalkReader): boolean {
  const said = talk.read(text, talk.peel(text));
  return said?.kind === 'deed' && said.deed === 'delete-my-data';
}

/** A sign at the end of a long story counts as one at its beginning. */
function readUrgentAnywhere(text: string, readUrgent: UrgentReader): Urgent | undefined {
  for (let at = 0; at === 0 || at < Math.min(text.length, MOST_TEXT) - (WINDOW - STEP); at += STEP) {
    const urgent = readUrgent(text.slice(at, at + WINDOW));
    if (urgent !== undefined) return urgent;
  }
  return undefined;
}

/**
 * A message in the very words of a phrasing of which courtesy was taken off that may be its point ("have you got a doctor?",
 * where "doctor" is also how people address whoever reads).
 */
function readPhrasing(text: string, matcher: Matcher): Understanding | undefined {
  const topic = matcher.phrasedAs(text);
  return topic === undefined ? undefined : { kind: 'topic', topic };
}

function readTalk(talk: Talk | undefined, kinds: readonly Talk['kind'][]): Talk | undefined {
  return talk !== undefined && kinds.includes(talk.kind) ? talk : undefined;
}

/** "Is it fine?", "ok?" is small talk, and beside something told a question about it. */
function isToldAbout(
  said: Talk | undefined,
  text: string,
  { told }: Situation,
  { readMessage, now }: UnderstandDependencies,
): boolean {
  if (said?.kind !== 'social' || told?.focus === undefined) return false;
  const { followUp } = readMessage(text, now());
  return followUp === 'judging' || (followUp !== undefined && ASKING.test(text));
}

function readQuestion(
  text: string,
  { about, told }: Situation,
  { readLanguage, readMessage, matcher, facts, now, talk }: UnderstandDependencies,
): Understanding {
  const language = readLanguage(text);
  if (language !== undefined) return { kind: 'language', language };
  const reading = readMessage(text, now());
  // Beside something told, what names the treatment has a subject of its own.
  const isItsOwn = reading.followUp === 'naming' && told?.focus !== undefined;
  let asked: Match | undefined;
  const match = (): Match => (asked ??= matchReading(reading, isItsOwn ? undefined : about, matcher));
  const toldOf = readTold(reading, told, match, facts);
  if (toldOf !== undefined) return toldOf;
  const matched = match();
  if (matched.kind === 'wish') return { ...fulfil(matched.wish), reading };
  if (asksForCheck(matched, reading, facts)) return { ...fulfil('check'), reading };
  const kindly = matched.kind === 'unknown' && reading.facts.told.length === 0 ? talk.readKindly(text) : undefined;
  if (kindly !== undefined) return kindly;
  const said = matched.kind === 'sure' ? undefined : matcher.readTalk(text);
  if (said !== undefined) return { kind: 'social', social: said };
  const isVague = about !== undefined && reading.followUp === 'short';
  const heeded = heedTold(isVague ? asOffer(matched, about) : matched, reading.facts, facts);
  return { kind: 'question', text, reading, match: heeded };
}

/** Two words that name nothing ask for one thing: where several are likely, the person chooses, the last topic among them. */
function asOffer(match: Asked, { topic }: MatchContext): Asked {
  if (match.kind !== 'sure' || match.topics.length === 1) return match;
  const { score, topics } = match;
  const others = topics.filter((each) => each.topic !== topic).slice(0, 2);
  return { kind: 'unsure', score, topics: [{ topic, score }, ...others] };
}

/** What a wish leads to. */
function fulfil(wish: Wish): Talk | { readonly kind: 'complaint' } {
  switch (wish) {
    case 'check':
      return { kind: 'wish', wish: 'eligibility' };
    case 'person':
      return { kind: 'command', command: 'human' };
    case 'complaint':
      return { kind: 'complaint' };
    case 'more':
      return { kind: 'social', social: 'more' };
    default:
      return wish satisfies never;
  }
}
