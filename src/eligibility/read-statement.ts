import type { Eligibility } from '../knowledge/schema/eligibility-shape';
import { ALEF, MEEM, SHEEN, WAW } from '../text/letters';
import { createWordFolder } from './fold-word';
import type { Mark, Marked } from './gather-statement';
import { gatherStatement } from './gather-statement';
import { onceForEach } from '../knowledge/once-for-each';
import { createPhraseIndex, phraseWords } from '../text/phrase-index';
import type { AskedText, ReplyVocabulary } from './reading';
import type { Statement } from './statement';

/** Reads what a reply says about one question. `clauses` are the words between commas and "but". */
export type StatementReader = (clauses: readonly (readonly string[])[], asked: AskedText) => Statement;

const SHORTEST_CIRCUMFIX = 5;
/** "Not", written with the word it denies. */
const NOT = MEEM + ALEF;

/** Reads facts and denials in a reply, word by word, "not" reaching to the end of its clause. */
export function createStatementReader(words: Eligibility['words'], vocabulary: ReplyVocabulary): StatementReader {
  const grammar = createGrammar(words, vocabulary);

  const wordsOf = onceForEach((asked: AskedText) => {
    const says = (['yes', 'no', 'unsure'] as const).map((answer) => [answer, asked.says?.[answer] ?? []] as const);
    const fold = createWordFolder(says.flatMap(([, phrases]) => phrases));
    const facts = createPhraseIndex(says, fold);
    const own = new Set([...phraseWords(asked.question), ...phraseWords(asked.easier)].map(fold));
    return { facts, own, fold };
  });

  return (clauses, asked) => {
    const { facts, own, fold } = wordsOf(asked);

    function markAt(clause: readonly string[], at: number): Marked & { readonly length: number } {
      const word = clause[at] ?? '';
      const known = grammar.longestAt(clause, at);
      const fact = facts.longestAt(clause, at);
      if (fact !== undefined && fact.length >= (known?.length ?? 0)) {
        return { mark: { kind: 'fact', answer: fact.label }, length: fact.length, joined: false, word };
      }
      if (known !== undefined) return { mark: { kind: known.label }, length: known.length, joined: false, word };
      if (word.startsWith(WAW) && word.length > WAW.length) {
        const after = [word.slice(WAW.length), ...clause.slice(at + 1)];
        const joinedTo = grammar.longestAt(after, 0);
        if (joinedTo !== undefined)
          return { mark: { kind: joinedTo.label }, length: joinedTo.length, joined: true, word };
      }
      if (isCircumfixed(word)) return { mark: { kind: 'negator' }, length: 1, joined: false, word };
      return { mark: { kind: own.has(fold(word)) ? 'own' : 'unknown' }, length: 1, joined: false, word };
    }

    /** "notpregnant", as it is written in Iraq and the Gulf. */
    const splitDenials = (clause: readonly string[]): string[] =>
      clause.flatMap((word, at) => {
        if (!word.startsWith(NOT) || facts.longestAt(clause, at) !== undefined) return [word];
        const rest = word.slice(NOT.length);
        const isFact = grammar.longestAt(clause, at) === undefined && facts.longestAt([rest], 0) !== undefined;
        return isFact ? [NOT, rest] : [word];
      });

    const marked = clauses.map((written) => {
      const clause = splitDenials(written);
      const marks: Marked[] = [];
      for (let at = 0; at < clause.length;) {
        const { length, ...mark } = markAt(clause, at);
        marks.push(mark);
        at += length;
      }
      return marks;
    });
    return gatherStatement(marked);
  };
}

/** "ma…sh" around a verb: the Egyptian and Maghrebi "not". */
function isCircumfixed(word: string): boolean {
  return word.length >= SHORTEST_CIRCUMFIX && word.startsWith(MEEM) && word.endsWith(SHEEN);
}

function createGrammar(words: Eligibility['words'], { answers }: ReplyVocabulary) {
  // A phrase such as "yes I have" or "I have none" is a whole reply; inside a sentence its parts are read apart.
  const parts = new Set(
    [words.possess, words.verbs, words.negators, words.agree].flat().map((phrase) => phraseWords(phrase).join(' ')),
  );
  const standsAlone = (phrase: string) =>
    phraseWords(phrase).every((word) => !parts.has(word)) && !parts.has(phraseWords(phrase).join(' '));
  // One word for "not" and "except": which of them depends on whether something was denied before it.
  const either = words.except.filter((word) => words.negators.includes(word));
  return createPhraseIndex<Exclude<Mark['kind'], 'fact'>>([
    ['asking', words.asking],
    ['unsure', [...answers.unsure, ...words.unsure]],
    ['courtesy', words.courtesy],
    ['sometimes', words.sometimes],
    ['either', either],
    ['except', words.except],
    ['refusal', words.refusals],
    ['nor', words.nor],
    ['negator', words.negators],
    ['possess', words.possess],
    ['verb', words.verbs],
    ['yes', answers.yes.filter(standsAlone)],
    ['no', answers.no.filter(standsAlone)],
    ['notPlain', words.notPlain],
    ['anything', words.anything],
  ]);
}
