import type { Eligibility } from '../../knowledge/schema/eligibility-shape';
import type { Facts } from '../../knowledge/schema/facts';
import { normalize } from '../../text/normalize';
import { createPhraseIndex, phraseWords } from '../../text/phrase-index';
import { isBelow } from '../../text/read-age';
import { tokenize } from '../../text/tokenize';
import type { MarkContent } from './create-mark-reader';
import type { Fact, FactsRead } from './fact';
import type { Grammar, Marked, MarkReader } from './marks';
import { readClause, spanWords } from './read-clause';
import { createSessionDaysReader } from './read-session-days';
import { createToldAgeReader } from './read-told-age';

/** The content facts are read by; `Knowledge` fits. */
export interface FactsContent extends MarkContent {
  readonly eligibility: { readonly words: Eligibility['words'] };
  readonly vocabulary: MarkContent['vocabulary'] & { readonly askers: readonly string[] };
}

/** Reads what a message tells of a person. Pure; never throws on any text. `at`: now, for dates of birth. */
export type FactsReader = (text: string, at: number) => FactsRead;

const QUESTION_MARK = /[?\u061F]/;
const SAYING: readonly Grammar[] = ['have', 'had', 'take', 'mayTake', 'took', 'self', 'whom'];
const ASKING: readonly Grammar[] = ['asks', 'modals', 'hypothesis', 'people'];
const CLAUSE_END = /[\n\p{Terminal_Punctuation}]+/u;

/** Creates the reader. Questions and hypotheses tell nothing; a denial takes back what was told. */
export function createFactsReader(
  { facts, eligibility, vocabulary }: FactsContent,
  readMarks: MarkReader,
): FactsReader {
  const readAge = createToldAgeReader(eligibility.words);
  const readSessionDays = createSessionDaysReader(facts, eligibility.words.numbers);
  const cut = createCutter(facts);
  const spans = spanWords(facts, phraseWords);
  const askers = new Set(vocabulary.askers.flatMap(phraseWords));

  return (text, at) => {
    const told = new Map<string, Fact>();
    const denied = new Set<string>();
    const named = new Set<string>();
    let whom: Fact['whom'] = 'self';
    let [says, asks] = [false, QUESTION_MARK.test(text)];
    for (const clause of cut(text)) {
      const marks = readMarks(clause);
      const read = readClause(marks, whom, spans);
      ({ whom } = read);
      says ||= marks.some((marked) => isOneOf(marked, SAYING));
      asks ||= marks.some((marked) => isOneOf(marked, ASKING) || askers.has(marked.words.join(' ')));
      for (const fact of [...read.told, ...ageFacts(clause, marks)]) told.set(fact.id, fact);
      for (const id of read.denied) denied.add(id);
      for (const { mark } of marks) if (mark.kind === 'fact') named.add(mark.fact.id);
    }
    const days = readSessionDays(tokenize(normalize(text)));
    if (days !== undefined) told.set(facts.session.id, { id: facts.session.id, whom, days });
    return {
      told: [...told.values()],
      denied: [...denied].filter((id) => !told.has(id)),
      named: [...named],
      isStatement: says && !asks,
      asks,
    };

    function ageFacts(clause: readonly string[], marks: Parameters<typeof readAge>[1]): Fact[] {
      const age = readAge(clause, marks, at);
      const below = age && isBelow(age, facts.age.below);
      return below === undefined ? [] : [{ id: below ? facts.age.minor : facts.age.adult, whom }];
    }
  };
}

function isOneOf({ mark }: Marked, grammar: readonly Grammar[]): boolean {
  return mark.kind === 'grammar' && grammar.includes(mark.grammar);
}

/** Cuts a text into clauses of words: at punctuation and at "but". */
function createCutter({ grammar }: Facts): (text: string) => string[][] {
  const buts = createPhraseIndex([['but', grammar.but]] as const);
  return (text) =>
    text.split(CLAUSE_END).flatMap((part) => {
      const clauses: string[][] = [[]];
      for (const word of tokenize(normalize(part))) {
        if (buts.longestAt([word], 0) === undefined) clauses.at(-1)?.push(word);
        else clauses.push([]);
      }
      return clauses.filter((clause) => clause.length > 0);
    });
}
