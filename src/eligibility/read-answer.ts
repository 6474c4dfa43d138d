import type { Eligibility, EligibilityFollowUp } from '../knowledge/schema/eligibility-shape';
import { isLatin } from '../text/tokenize';
import type { Clause } from './clauses';
import { clausesOf, createClauseCutter, createPeeler } from './clauses';
import { decideAnswer } from './decide-answer';
import { createItemFinder } from './find-item';
import { createLatinReader, soundsOf } from '../text/latin-words';
import { onceForEach } from '../knowledge/once-for-each';
import { createPhraseIndex } from '../text/phrase-index';
import { createChangeReader } from './read-change';
import { createCorrectionReader } from './read-correction';
import { createElsewhereReader } from './read-elsewhere';
import { createNotApplicableReader } from './read-not-applicable';
import { createAgeReader, isBelow } from '../text/read-age';
import { createNumberReader } from '../text/read-number';
import { readSign } from './read-sign';
import { createStatementReader } from './read-statement';
import type { AskedText, Reading, ReadingStep, ReplyVocabulary } from './reading';
import { createWholeReplyReader } from './whole-replies';

/** Reads a typed reply at a step. Never throws, whatever the text. `at`: now, for dates of birth. */
export type AnswerReader = (text: string, step: ReadingStep, at: number) => Reading;

const QUESTION_MARK = /[?\u061F]/;
const MOST_WORDS_AFTER_WHY = 4;

interface Dependencies {
  readonly rules: Eligibility;
  readonly vocabulary: ReplyVocabulary;
}

/** Understands yes, no and not sure in every dialect, facts that answer by themselves, and what to do with the check. */
export function createAnswerReader({ rules, vocabulary }: Dependencies): AnswerReader {
  const { words } = rules;
  const findItem = createItemFinder(rules);
  const readWholeAnswer = createWholeReplyReader(words, vocabulary, 'question');
  const readWholeOther = createWholeReplyReader(words, vocabulary, 'other');
  const readChange = createChangeReader(rules, findItem);
  const readOther = createCorrectionReader(rules, vocabulary, findItem);
  const readStatement = createStatementReader(words, vocabulary);
  const readAge = createAgeReader(words);
  const readLatin = createLatinReader(vocabulary.arabizi);
  const readNumber = createNumberReader(words.numbers, words.ordinals);
  const readNotApplicable = createNotApplicableReader(words);
  const readElsewhere = createElsewhereReader(words, vocabulary, findItem);
  const peel = createPeeler(words);
  const cutAtBut = createClauseCutter(words.but);
  const mine = createPhraseIndex([['mine', words.mine]] as const);
  const others = createPhraseIndex([['other', words.notPlain]] as const);
  const whys = createPhraseIndex([['why', words.whyAbout]] as const);
  const grammar = [words.possess, words.verbs, words.negators, vocabulary.answers.unsure].flat();
  const grammarSounds = soundsOf(grammar);
  const soundsFor = onceForEach(({ says }: AskedText) =>
    soundsOf([...Object.values(says ?? {}).flatMap((phrases) => phrases ?? []), ...grammar]),
  );

  return (text, step, at) => {
    const clauses = clausesOf(text);
    if (clauses.length === 0) return readSign(text, words.signs);
    const asks = QUESTION_MARK.test(text);
    const reading = readWords(clauses, step, at, asks);
    if (!isUnread(reading) || !clauses.flat().some(isLatin)) return reading;
    const sounds = step.kind === 'item' ? soundsFor(step.item) : grammarSounds;
    const inArabic = clauses.map((clause) => readLatin(clause, sounds));
    return readWords(inArabic, step, at, asks);
  };

  function readWords(clauses: readonly Clause[], step: ReadingStep, at: number, asks: boolean): Reading {
    const reply = clauses.flat();
    const bare = peel(reply);
    const isAboutStep = (words: Clause): boolean =>
      step.kind === 'item' && readStatement([words], step.item).facts.length > 0;
    const readWhole = step.kind === 'item' ? readWholeAnswer : readWholeOther;
    const found =
      readButton(reply, step.buttons) ??
      readNumberAnswer(reply, step, at, asks) ??
      readNotApplicable([reply, bare], step.kind === 'item' ? step.item.for : undefined) ??
      // "Change the answer" is "back" at a question, but at the summary there are many to choose from.
      readOther(reply, at, isAboutStep) ??
      (step.kind === 'item' ? undefined : readChange(reply)) ??
      readWhole(reply) ??
      readWhole(bare) ??
      readChange(reply) ??
      readWhyAbout(bare);
    if (found !== undefined) return found;
    if (step.kind !== 'item') return asks ? { kind: 'asks' } : readElsewhere(bare, step.kind);
    const answer = asks ? { kind: 'asks' as const } : decideAnswer(readStatement(cutAtBut(clauses), step.item));
    return answer.kind === 'answer' ? withFollowUp(answer, clauses, step.item.followUp) : answer;
  }

  /** A number that answers a question which asks for one. */
  function readNumberAnswer(reply: Clause, step: ReadingStep, at: number, asks: boolean): Reading | undefined {
    if (step.kind !== 'item' || step.item.number === undefined || asks) return undefined;
    const age = readAge(reply, at);
    if (age === undefined) return undefined;
    const limit = step.item.number.below;
    const below = age === 'unclear' ? undefined : isBelow(age, limit);
    // "My mother is 50" tells nothing of who asks; "my daughter is 15" is heard.
    if (below === false && isOfAnother(reply)) return { kind: 'unclear' };
    return below === undefined ? { kind: 'unclear' } : { kind: 'answer', answer: below ? 'yes' : 'no' };
  }

  function isOfAnother(reply: Clause): boolean {
    const isMine = reply.some((_, at) => mine.longestAt(reply, at) !== undefined);
    return !isMine && reply.some((_, at) => others.longestAt(reply, at) !== undefined);
  }

  /** "Why do you ask about …". */
  function readWhyAbout(bare: Clause): Reading | undefined {
    const why = whys.longestAt(bare, 0);
    return why !== undefined && bare.length - why.length <= MOST_WORDS_AFTER_WHY ? { kind: 'why' } : undefined;
  }

  function readButton(reply: Clause, buttons: number): Reading | undefined {
    const number = readNumber(reply, 0);
    return number !== undefined && number.length === reply.length && number.value >= 1 && number.value <= buttons
      ? { kind: 'press', button: number.value }
      : undefined;
  }

  function withFollowUp(
    answer: Extract<Reading, { kind: 'answer' }>,
    clauses: readonly Clause[],
    followUp: EligibilityFollowUp | undefined,
  ): Reading {
    if (followUp?.when !== answer.answer) return answer;
    const { facts, notPlain } = readStatement(cutAtBut(clauses), followUp);
    const told = decideAnswer({ ...NOTHING_SAID, facts, notPlain });
    return told.kind === 'answer' ? { ...answer, followUp: told.answer } : answer;
  }
}

const NOTHING_SAID = {
  said: [],
  having: [],
  denies: false,
  contradicts: false,
  sometimes: false,
  anything: false,
  asks: false,
  unknown: 0,
  ownWords: 0,
} as const;

function isUnread(reading: Reading): boolean {
  return reading.kind === 'unclear' || reading.kind === 'asks';
}
