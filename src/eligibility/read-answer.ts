import type { Eligibility, EligibilityFollowUp } from '../knowledge/schema/eligibility-shape';
import { isLatin, tokenize } from '../text/tokenize';
import { normalize } from '../text/normalize';
import { decideAnswer } from './decide-answer';
import { createItemFinder } from './find-item';
import { createLatinReader, soundsOf } from './latin-words';
import { onceForEach } from './once-for-each';
import { createPhraseIndex } from './phrase-index';
import { createBelowReader } from './read-age';
import { createChangeReader } from './read-change';
import { createNumberReader } from './read-number';
import { createStatementReader } from './read-statement';
import type { AskedText, Reading, ReadingStep, ReplyVocabulary } from './reading';
import { createWholeReplyReader } from './whole-replies';

/** Reads a typed reply at a step. Never throws, whatever the text. `year`: the present one, for years of birth. */
export type AnswerReader = (text: string, step: ReadingStep, year: number) => Reading;

/** Commas, full stops, line breaks: what comes after is a statement of its own. */
const CLAUSE_END = /[\p{Terminal_Punctuation}\n]+/u;
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
  const readStatement = createStatementReader(words, vocabulary);
  const readBelow = createBelowReader(words);
  const readLatin = createLatinReader(vocabulary.arabizi);
  const readNumber = createNumberReader(words.numbers, words.ordinals);
  const courtesies = createPhraseIndex([['courtesy', words.courtesy]] as const);
  const breaks = createPhraseIndex([['but', words.but]] as const);
  const assents = createPhraseIndex([
    ['show', words.show],
    ['agree', [...words.agree, ...vocabulary.answers.yes, ...words.courtesy]],
  ] as const);
  const others = createPhraseIndex([
    ['women', words.women],
    ['men', words.men],
    ['notApplicable', words.notApplicable],
  ] as const);
  const whys = createPhraseIndex([['why', words.whyAbout]] as const);
  const grammar = [words.possess, words.verbs, words.negators, vocabulary.answers.unsure].flat();
  const grammarSounds = soundsOf(grammar);
  const soundsFor = onceForEach(({ says }: AskedText) =>
    soundsOf([...Object.values(says ?? {}).flatMap((phrases) => phrases ?? []), ...grammar]),
  );

  return (text, step, year) => {
    const sign = readSign(text);
    const clauses = text
      .split(CLAUSE_END)
      .map((clause) => tokenize(normalize(clause)))
      .filter((clause) => clause.length > 0);
    if (clauses.length === 0) return sign;
    const asks = QUESTION_MARK.test(text);
    const reading = readWords(clauses, step, year, asks);
    if (!isUnread(reading) || !clauses.flat().some(isLatin)) return reading;
    const sounds = step.kind === 'item' ? soundsFor(step.item) : grammarSounds;
    const inArabic = clauses.map((clause) => readLatin(clause, sounds));
    return readWords(inArabic, step, year, asks);
  };

  function readWords(clauses: readonly (readonly string[])[], step: ReadingStep, year: number, asks: boolean): Reading {
    const reply = clauses.flat();
    const bare = withoutCourtesies(reply);
    const readWhole = step.kind === 'item' ? readWholeAnswer : readWholeOther;
    const found =
      readButton(reply, step.buttons) ??
      readNumberAnswer(reply, step, year, asks) ??
      readNotApplicable(reply, bare, step) ??
      // "Change the answer" is "back" at a question, but at the summary there are many to choose from.
      (step.kind === 'item' ? undefined : readChange(reply)) ??
      readWhole(reply) ??
      readWhole(bare) ??
      readChange(reply) ??
      readWhyAbout(bare);
    if (found !== undefined) return found;
    if (step.kind !== 'item') return asks ? { kind: 'asks' } : readTopic(bare, step.kind);
    const answer = asks ? { kind: 'asks' as const } : decideAnswer(readStatement(split(clauses), step.item));
    return answer.kind === 'answer' ? withFollowUp(answer, clauses, step.item.followUp) : answer;
  }

  /** A number that answers a question which asks for one. */
  function readNumberAnswer(
    reply: readonly string[],
    step: ReadingStep,
    year: number,
    asks: boolean,
  ): Reading | undefined {
    if (step.kind !== 'item' || step.item.number === undefined || asks) return undefined;
    const below = readBelow(reply, step.item.number.below, year);
    return below === undefined ? undefined : { kind: 'answer', answer: below ? 'yes' : 'no' };
  }

  /** "Why do you ask about …". */
  function readWhyAbout(bare: readonly string[]): Reading | undefined {
    const why = whys.longestAt(bare, 0);
    return why !== undefined && bare.length - why.length <= MOST_WORDS_AFTER_WHY ? { kind: 'why' } : undefined;
  }

  function readButton(reply: readonly string[], buttons: number): Reading | undefined {
    const number = readNumber(reply, 0);
    return number !== undefined && number.length === reply.length && number.value >= 1 && number.value <= buttons
      ? { kind: 'press', button: number.value }
      : undefined;
  }

  function readNotApplicable(
    reply: readonly string[],
    bare: readonly string[],
    step: ReadingStep,
  ): Reading | undefined {
    if (step.kind !== 'item' || step.item.for === undefined || step.item.for === 'all') return undefined;
    const found = [reply, bare].map((each) => ({ each, phrase: others.longestAt(each, 0) }));
    const whole = found.find(({ each, phrase }) => phrase?.length === each.length)?.phrase?.label;
    return whole !== undefined && whole !== step.item.for ? { kind: 'answer', answer: 'no' } : undefined;
  }

  /** At the summary a question's name alone asks to change its answer. */
  function readTopic(bare: readonly string[], kind: 'consent' | 'summary' | 'which'): Reading {
    const item = kind === 'consent' ? undefined : findItem(bare);
    return item === undefined ? readAssent(bare) : { kind: 'change', item };
  }

  /** Several ways of agreeing, one after the other: "yes, all right". */
  function readAssent(bare: readonly string[]): Reading {
    let kind: 'agree' | 'show' = 'agree';
    for (let at = 0; at < bare.length;) {
      const found = assents.longestAt(bare, at);
      if (found === undefined) return { kind: 'unclear' };
      if (found.label === 'show') kind = 'show';
      at += found.length;
    }
    return bare.length === 0 ? { kind: 'unclear' } : { kind };
  }

  function withFollowUp(
    answer: Extract<Reading, { kind: 'answer' }>,
    clauses: readonly (readonly string[])[],
    followUp: EligibilityFollowUp | undefined,
  ): Reading {
    if (followUp?.when !== answer.answer) return answer;
    const { facts, notPlain } = readStatement(split(clauses), followUp);
    const told = decideAnswer({ ...NOTHING_SAID, facts, notPlain });
    return told.kind === 'answer' ? { ...answer, followUp: told.answer } : answer;
  }

  function split(clauses: readonly (readonly string[])[]): string[][] {
    return clauses.flatMap((clause) => {
      const parts: string[][] = [[]];
      for (let at = 0; at < clause.length;) {
        const found = breaks.longestAt(clause, at);
        if (found === undefined) parts.at(-1)?.push(...clause.slice(at, at + 1));
        else parts.push([]);
        at += found?.length ?? 1;
      }
      return parts.filter((part) => part.length > 0);
    });
  }

  function withoutCourtesies(reply: readonly string[]): string[] {
    const rest: string[] = [];
    for (let at = 0; at < reply.length;) {
      const found = courtesies.longestAt(reply, at);
      if (found === undefined) rest.push(...reply.slice(at, at + 1));
      at += found?.length ?? 1;
    }
    return rest;
  }

  function readSign(text: string): Reading {
    const shown = (['yes', 'no', 'unsure'] as const).filter((answer) =>
      words.signs[answer].some((sign) => text.includes(sign)),
    );
    const [only] = shown;
    return only !== undefined && shown.length === 1 ? { kind: 'answer', answer: only } : { kind: 'unclear' };
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
