import type { Facts } from '../../knowledge/schema/facts';
import { ALEF, LAM, MEEM, SHEEN, WAW } from '../../text/letters';
import { createLatinReader, soundsOf } from '../../text/latin-words';
import { createPhraseIndex, phraseWords, type Found } from '../../text/phrase-index';
import { createStemmer } from '../../text/stem';
import { isLatin } from '../../text/tokenize';
import { withinOneEdit } from '../../text/within-one-edit';
import type { Grammar, KnownFact, Mark, Marked, MarkReader, Telling } from './marks';

/** The content facts are read by; `Knowledge` fits. */
export interface MarkContent {
  readonly facts: Facts;
  readonly vocabulary: {
    readonly concepts: Readonly<Record<string, readonly string[]>>;
    readonly arabizi: Readonly<Record<string, string>>;
  };
}

interface Named {
  readonly fact: KnownFact;
  readonly telling: Telling;
}

/** Shorter names have neighbours that are other words. */
const SHORTEST_TYPO = 6;
const SHORTEST_CIRCUMFIX = 5;
/** No phrase has more words than this. */
const LONGEST_PHRASE = 12;
const ARTICLE = ALEF + LAM;
const FOR_THE = LAM + LAM;
/** Looked at in this order: of two meanings of one phrase the first holds. */
const GRAMMAR: readonly Grammar[] = [
  'nothing',
  'people',
  'hypothesis',
  'asks',
  'modals',
  'nor',
  'refusals',
  'negators',
  'stopped',
  'had',
  'have',
  'take',
  'mayTake',
  'took',
  'self',
  'whom',
  'persons',
  'regularly',
  'generalVerbs',
  'but',
  'on',
  'fillers',
];

/** Creates the reader: the longest known phrase at each place; names also with affixes, one wrong letter, or in Latin letters. */
export function createMarkReader({ facts, vocabulary }: MarkContent): MarkReader {
  const grammar = createPhraseIndex(GRAMMAR.map((kind) => [kind, facts.grammar[kind]] as const));
  const haves = createPhraseIndex([['have', facts.grammar.have]] as const);
  const says = createPhraseIndex(facts.facts.map((fact) => [fact, fact.says ?? []] as const));
  const named = namesOf({ facts, vocabulary });
  const stem = createStemmer(new Set(named.flatMap(([, phrases]) => phrases.flatMap(phraseWords))));
  const names = createPhraseIndex<Named>(named, stem);
  const near = nearNames(named);
  const known = new Set(Object.values(vocabulary.concepts).flat().flatMap(phraseWords));
  const readLatin = createLatinReader(vocabulary.arabizi);
  const sounds = soundsOf([...named.flatMap(([, phrases]) => phrases), ...facts.grammar.have, ...facts.grammar.take]);

  const grammarAt = (words: readonly string[], at: number): Found<Mark> | undefined => {
    const found = grammar.longestAt(words, at);
    if (found === undefined) return undefined;
    const kind = found.label === 'modals' && hasAt(words, at) ? 'have' : found.label;
    return { label: { kind: 'grammar', grammar: kind }, length: found.length };
  };
  /** "Can I" of one dialect is "I have" of another: right before an illness it is that. */
  const hasAt = (words: readonly string[], at: number): boolean => {
    const has = haves.longestAt(words, at);
    return has !== undefined && names.longestAt(words, at + has.length) !== undefined;
  };
  const factAt = (words: readonly string[], at: number): Found<Mark> | undefined => {
    const said = says.longestAt(words, at);
    const name = names.longestAt(words, at);
    if (said !== undefined && said.length >= (name?.length ?? 0)) {
      return { label: { kind: 'fact', fact: said.label, telling: 'says' }, length: said.length };
    }
    return name && { label: { kind: 'fact', ...name.label }, length: name.length };
  };
  /** A telling phrase goes before a grammar word it begins with; of equals "tells nothing" goes first. */
  const markAt = (words: readonly string[], at: number): Found<Mark> | undefined => {
    const [word, fact] = [grammarAt(words, at), factAt(words, at)];
    if (fact === undefined) return word;
    return word !== undefined && word.length > fact.length ? word : fact;
  };

  /** "My son" is also "and I have": before an illness it is that. */
  const hasHidden = (words: readonly string[], at: number): boolean => {
    const word = words[at] ?? '';
    const rest = grammar.longestAt([word.slice(1)], 0);
    return word.startsWith(WAW) && rest?.label === 'have' && factAt(words, at + 1) !== undefined;
  };

  return (clause) => {
    const words = clause.some(isLatin) ? readLatin(clause, sounds) : clause;
    const marks: Marked[] = [];
    for (let at = 0; at < words.length;) {
      const word = words[at] ?? '';
      const plain = hasHidden(words, at) ? undefined : markAt(words, at);
      const joined = plain === undefined && word.startsWith(WAW) && word.length > 2;
      const found =
        plain ?? (joined ? markAt([word.slice(1), ...words.slice(at + 1, at + LONGEST_PHRASE)], 0) : undefined);
      const length = found?.length ?? 1;
      const mark = found?.label ?? (known.has(word) ? undefined : readTypo(word, near)) ?? readCircumfix(word);
      const bare = joined ? word.slice(1) : word;
      marks.push({
        mark,
        words: words.slice(at, at + length),
        joined: joined && found !== undefined,
        isGeneral: bare.startsWith(ARTICLE) || bare.startsWith(FOR_THE),
      });
      at += length;
    }
    return marks;
  };
}

function namesOf({ facts, vocabulary }: MarkContent): (readonly [Named, readonly string[]])[] {
  const having = createPhraseIndex([['have', [...facts.grammar.have, ...facts.grammar.take]]] as const);
  const isHaving = (phrase: string): boolean => having.longestAt(phraseWords(phrase), 0) !== undefined;
  const ofConcepts = (fact: KnownFact) => (fact.concepts ?? []).flatMap((id) => vocabulary.concepts[id] ?? []);
  return [
    ...facts.facts.map((fact) => [{ fact, telling: 'states' }, fact.states ?? []] as const),
    ...facts.facts.map((fact) => [{ fact, telling: 'names' }, fact.names ?? []] as const),
    // "I have sugar" is one phrase of its concept: its first words are read by themselves.
    ...facts.facts.map((fact) => {
      return [{ fact, telling: 'names' }, ofConcepts(fact).filter((phrase) => !isHaving(phrase))] as const;
    }),
  ];
}

/** Names of one long word, by their length, with what they name. */
type NearNames = ReadonlyMap<number, readonly (readonly [name: string, label: Named])[]>;

function nearNames(named: readonly (readonly [Named, readonly string[]])[]): NearNames {
  const near = new Map<number, [string, Named][]>();
  const seen = new Set<string>();
  for (const [label, phrases] of named) {
    for (const [word, ...more] of phrases.map(phraseWords)) {
      if (word === undefined || more.length > 0 || word.length < SHORTEST_TYPO || seen.has(word)) continue;
      seen.add(word);
      if (label.telling === 'names') near.set(word.length, [...(near.get(word.length) ?? []), [word, label]]);
    }
  }
  return near;
}

function readTypo(word: string, near: NearNames): Mark | undefined {
  if (word.length < SHORTEST_TYPO) return undefined;
  for (let length = word.length - 1; length <= word.length + 1; length += 1)
    for (const [name, label] of near.get(length) ?? [])
      if (withinOneEdit(word, name)) return { kind: 'fact', ...label };
  return undefined;
}

/** "ma…sh" around a verb: the Egyptian and Maghrebi "not". */
function readCircumfix(word: string): Mark {
  const isNegated = word.length >= SHORTEST_CIRCUMFIX && word.startsWith(MEEM) && word.endsWith(SHEEN);
  return isNegated ? { kind: 'grammar', grammar: 'negators' } : { kind: 'word' };
}
