import { createRandom } from '../../learning/random';
import { BEH, GHAIN, WAW } from '../../text/letters';
import type { ClauseKind } from './clause';
import type { Story, ToldClause } from './story';

/** What stories are made from. */
export interface StoryContent {
  readonly stories: {
    readonly slots: Readonly<Record<string, readonly string[]>>;
    readonly filler: Clauses;
    readonly facts: Clauses;
    readonly reports: Clauses;
    readonly leaning: Clauses;
  };
  readonly vocabulary: {
    readonly social: Clauses;
    readonly courtesy: readonly string[];
  };
  readonly topics: readonly { readonly question: string; readonly phrasings: readonly string[] }[];
  readonly outOfScope: { readonly groups: Readonly<Record<string, { readonly examples: readonly string[] }>> };
  /** Whole messages, cut by hand. */
  readonly storyFiles?: readonly { readonly messages: readonly Story[] }[];
}
/** Share of words that are replaced by strange ones, by the kind of clause. */
export type StrangeShares = Readonly<Partial<Record<ClauseKind, number>>>;
type Clauses = Readonly<Record<string, readonly string[]>>;

const SLOT = /\{([a-z]+)\}/g;
/** How many stories are made: 3,000 find no more and take twice the time. */
const STORIES = 2_000;
/** Share of messages that are one bare question. */
const BARE = 0.3;
/** Share of clauses that begin with "and", and of those with punctuation behind them: most people write none. */
const JOINED = 0.35;
const PUNCTUATED = 0.12;
const MARKS = ['.', '\u060C', '\u061F', ' ..', '\n'];
/**
 * Share of words in what is told that are replaced by strange ones, and of places where one is put in: what people tell
 * is full of words that stand nowhere here, and without this every strange word sounds like a question.
 */
const STRANGE: StrangeShares = { filler: 0.1, fact: 0.2, report: 0.2 };
const SHORTEST_STRANGE = 3;
const STRANGE_LETTERS = 4;
/** Share of questions that are out of scope, and of those that lean on what was said. */
const STRAYING = 0.15;
const LEANING = 0.25;
const SEED = 12;
const FIRST_LETTER = BEH.charCodeAt(0);
const LETTERS = GHAIN.charCodeAt(0) - FIRST_LETTER;

/** Makes stories out of phrasings and neutral clauses: the same content gives the same stories. */
export function makeStories(content: StoryContent, shares: StrangeShares = STRANGE): Story[] {
  const random = createRandom(SEED);
  const chance = (share: number): boolean => random() < share;
  const pick = <T>(list: readonly T[]): T => {
    const item = list[Math.floor(random() * list.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  };
  const many = <T>(most: number, make: () => T): T[] => Array.from({ length: Math.floor(random() * (most + 1)) }, make);

  const { slots } = content.stories;
  const lists = {
    filler: [...Object.values(content.stories.filler).flat(), ...courtesies(content.vocabulary)],
    fact: Object.values(content.stories.facts).flat(),
    report: Object.values(content.stories.reports).flat(),
    leaning: Object.values(content.stories.leaning).flat(),
    question: content.topics.flatMap(({ question, phrasings }) => [question, ...phrasings]),
  } satisfies Record<ClauseKind, readonly string[]>;
  const strays = Object.values(content.outOfScope.groups).flatMap(({ examples }) => examples);

  const fill = (text: string): string =>
    text.replace(SLOT, (whole, name: string) => (slots[name] === undefined ? whole : pick(slots[name])));
  const letter = (): string => String.fromCharCode(FIRST_LETTER + Math.floor(random() * LETTERS));
  const strange = (): string =>
    Array.from({ length: SHORTEST_STRANGE + Math.floor(random() * STRANGE_LETTERS) }, letter).join('');
  const estrange = (text: string, share: number): string =>
    text
      .split(' ')
      .flatMap((word) => [...(chance(share) ? [strange()] : []), chance(share) ? strange() : word])
      .join(' ');
  const make = (kind: ClauseKind): ToldClause => ({
    kind,
    text: estrange(fill(pick(lists[kind])), shares[kind] ?? 0),
  });
  const ask = (): ToldClause => {
    if (chance(STRAYING)) return { kind: 'question', text: pick(strays) };
    return make(chance(LEANING) ? 'leaning' : 'question');
  };
  const tell = (): ToldClause => make(chance(0.35) ? 'filler' : chance(0.55) ? 'fact' : 'report');
  const join = (stretch: ToldClause, at: number): ToldClause => {
    const joined = at > 0 && chance(JOINED) ? `${WAW}${stretch.text}` : stretch.text;
    return { ...stretch, text: chance(PUNCTUATED) ? `${joined}${pick(MARKS)}` : joined };
  };

  return Array.from({ length: STORIES }, () => {
    if (chance(BARE)) return [ask()];
    const plan = [
      ...many(3, () => make('filler')),
      ...many(4, tell),
      ...many(2, ask),
      ask(),
      ...(chance(0.15) ? [tell(), ...many(1, ask)] : []),
      ...many(2, () => make('filler')),
    ];
    return plan.map(join);
  });
}

/** Social talk that goes along with a question. Praise and insults may be the point. */
const ACCOMPANYING = ['greeting', 'how-are-you', 'thanks', 'goodbye', 'apology'];

function courtesies({ social, courtesy }: StoryContent['vocabulary']): string[] {
  return [...ACCOMPANYING.flatMap((kind) => social[kind] ?? []), ...courtesy];
}
