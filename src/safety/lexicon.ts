import { readArabizi } from '../text/arabizi';
import { FEH, HEH, TEH, WAW } from '../text/letters';
import { normalize } from '../text/normalize';
import { isLatin } from '../text/tokenize';
import { basesOf, createAffixes, type Affixes, type Layers } from './affixes';
import { createNearWords, type NearWords } from './near-words';
import { CONFUSION, foldSounds, skeleton, skeletons } from './sounds';

/** How a word of the rules is written: `=word` as it stands, `~stem` a verb in all its forms, else a word with its affixes. */
export type Manner = 'exact' | 'verb' | 'word';
const FLEXIBLE = ['verb', 'word'] as const;
const MANNERS: readonly Manner[] = ['exact', ...FLEXIBLE];

interface Dependencies {
  readonly attached: {
    readonly before: Layers;
    readonly after: Layers;
    readonly verbBefore: Layers;
    readonly verbAfter: Layers;
  };
  /** Words one letter away from a word of the rules that mean themselves. */
  readonly lookalikes: readonly string[];
}

/** A number that stands for one word of the rules. */
export type Lexeme = number;

/** Shorter words become others when a doubled letter is written once. */
const SHORTEST_SQUEEZED = 4;
const DOUBLED = /(.)\1+/gu;
/** Fewer consonants than this are shared by too many words. */
const SHORTEST_SKELETON = 3;
/** Words up to this length are mostly particles, and parts of every other word. */
const LONGEST_PARTICLE = 2;
/** Bases of an everyday word are looked for from this length. */
const SHORTEST_LOOKALIKE = 3;
/** In shorter words a leading feh is mostly a letter of the word. */
const SHORTEST_AFTER_FEH = 4;
/** Shorter words are not read by their sound alone. */
const SHORTEST_BY_SOUND = 3;

/** A word without what may be attached to it: read as a verb and as any other word. */
type Bases = Readonly<Record<(typeof FLEXIBLE)[number], readonly string[]>>;

/** Which words of the rules a written word can be: with attached particles and pronouns, misspelt, or in Latin letters. */
export class Lexicon {
  private readonly known: Record<Manner, Map<string, Lexeme>> = { exact: new Map(), verb: new Map(), word: new Map() };
  /** Words of the rules with their own doubled letters written once. */
  private readonly squeezed: Record<Manner, Map<string, Lexeme>> = {
    exact: new Map(),
    verb: new Map(),
    word: new Map(),
  };
  private readonly bySound: Record<'verb' | 'word', Map<string, Lexeme[]>> = { verb: new Map(), word: new Map() };
  /** Made when the first word in Latin letters comes. */
  private bySkeleton: ReadonlyMap<string, readonly Lexeme[]> | undefined;
  private readonly affixes: Record<'verb' | 'word', Affixes>;
  private readonly lookalikes: ReadonlySet<string>;
  private near: NearWords | undefined;
  private count = 0;

  constructor({ attached, lookalikes }: Dependencies) {
    const { before, after, verbBefore, verbAfter } = attached;
    this.affixes = { word: createAffixes(before, after), verb: createAffixes(verbBefore, verbAfter) };
    this.lookalikes = new Set(lookalikes.map(normalize).flatMap((word) => [word, beforePronoun(word) ?? word]));
  }

  /** The number of a word of the rules, normalized. Very short words stand as they are. */
  add(word: string, written: Manner): Lexeme {
    const manner = written === 'word' && word.length <= LONGEST_PARTICLE ? 'exact' : written;
    const existing = this.known[manner].get(word);
    if (existing !== undefined) return existing;
    const lexeme = this.count++;
    this.known[manner].set(word, lexeme);
    const joined = beforePronoun(word);
    if (manner === 'word' && joined !== undefined) this.known.word.set(joined, lexeme);
    const squeezed = squeeze(word);
    if (squeezed !== word && (manner === 'exact' || squeezed.length >= SHORTEST_SQUEEZED))
      this.squeezed[manner].set(squeezed, lexeme);
    if (manner === 'exact' || isLatin(word)) return lexeme;
    if (word.length >= SHORTEST_BY_SOUND) pushTo(this.bySound[manner], foldSounds(word), lexeme);
    return lexeme;
  }

  /** Call once, after the last {@link add}. */
  seal(): void {
    const { verb, word } = this.known;
    const arabic = [...verb.keys(), ...word.keys()].filter((each) => !isLatin(each));
    this.near = createNearWords(new Set(arabic), CONFUSION);
  }

  /** The words of the rules that `written` (normalized) is spelt as, or would be with its doubled letters once. */
  readSpelt(written: string): ReadonlySet<Lexeme> {
    if (isLatin(written)) return this.readListed(written);
    const found = this.find(written, this.basesOf(written), this.known);
    const once = squeeze(written);
    if (found.size === 0 && once !== written) this.find(once, this.basesOf(once), this.known, found);
    if (found.size === 0) this.find(once, this.basesOf(once), this.squeezed, found);
    const exact = this.known.exact.get(once);
    return exact === undefined ? found : found.add(exact);
  }

  /** The words of the rules that `written` can stand for: misspelt, or in Latin letters. */
  readLoosely(written: string): ReadonlySet<Lexeme> {
    if (isLatin(written)) return this.readLatin(written);
    const found = new Set<Lexeme>();
    const bases = this.basesOf(squeeze(written));
    if (this.meansItself(this.basesOf(written))) return found;
    const folded = this.basesOf(foldSounds(squeeze(written)));
    for (const manner of FLEXIBLE)
      for (const base of folded[manner]) for (const lexeme of this.bySound[manner].get(base) ?? []) found.add(lexeme);
    if (found.size === 0) this.findNear(written, bases, found);
    return found;
  }

  /** True for a word that stands in the rules with no affix of its own. */
  lists(written: string): boolean {
    return MANNERS.some((manner) => this.known[manner].has(written));
  }

  /** True when `written` is a form of a verb of the rules. */
  hasVerb(written: string): boolean {
    return basesOf(written, this.affixes.verb).some((base) => this.known.verb.has(base));
  }

  private basesOf(written: string): Bases {
    return { word: basesOf(written, this.affixes.word), verb: basesOf(written, this.affixes.verb) };
  }

  private find(
    written: string,
    bases: Bases,
    known: Record<Manner, ReadonlyMap<string, Lexeme>>,
    found = new Set<Lexeme>(),
  ): Set<Lexeme> {
    const add = (lexeme: Lexeme | undefined): void => {
      if (lexeme !== undefined) found.add(lexeme);
    };
    add(known.exact.get(written));
    if (written.startsWith(WAW) || (written.startsWith(FEH) && written.length > SHORTEST_AFTER_FEH))
      add(known.exact.get(written.slice(1)));
    for (const manner of FLEXIBLE) for (const base of bases[manner]) add(known[manner].get(base));
    return found;
  }

  private meansItself(bases: Bases): boolean {
    return FLEXIBLE.some((manner) =>
      bases[manner].some((base) => base.length >= SHORTEST_LOOKALIKE && this.lookalikes.has(base)),
    );
  }

  private findNear(written: string, bases: Bases, found: Set<Lexeme>): void {
    for (const base of new Set([...bases.word, ...bases.verb])) {
      this.near?.each(base, written.length - base.length, (known) => {
        for (const manner of FLEXIBLE) {
          const lexeme = this.known[manner].get(known);
          if (lexeme !== undefined) found.add(lexeme);
        }
      });
    }
  }

  /** A word in Latin letters as the rules list it, or as Arabic that they list. */
  private readListed(written: string): Set<Lexeme> {
    const found = new Set<Lexeme>();
    for (const manner of MANNERS) {
      const listed = this.known[manner].get(written);
      if (listed !== undefined) found.add(listed);
    }
    if (this.lookalikes.has(written)) return found;
    for (const arabic of arabicOf(written)) this.find(arabic, this.basesOf(arabic), this.known, found);
    return found;
  }

  private readLatin(written: string): Set<Lexeme> {
    const found = new Set<Lexeme>();
    if (this.lookalikes.has(written)) return found;
    this.bySkeleton ??= this.indexSkeletons();
    for (const arabic of arabicOf(written)) {
      const { word, verb } = this.basesOf(arabic);
      for (const base of new Set([...word, ...verb]))
        for (const lexeme of this.bySkeleton.get(skeleton(base)) ?? []) found.add(lexeme);
    }
    return found;
  }

  private indexSkeletons(): Map<string, Lexeme[]> {
    const index = new Map<string, Lexeme[]>();
    for (const manner of FLEXIBLE) {
      for (const [word, lexeme] of this.known[manner]) {
        if (isLatin(word)) continue;
        for (const bones of skeletons(word)) if (bones.length >= SHORTEST_SKELETON) pushTo(index, bones, lexeme);
      }
    }
    return index;
  }
}

/** A word in Latin letters as Arabic; 2 is a glottal stop, which in some dialects is how qaf is said. */
function arabicOf(latin: string): Set<string> {
  return new Set([latin, latin.replaceAll('2', 'q')].map((each) => squeeze(normalize(readArabizi(each)))));
}

/** Before a pronoun teh marbuta is written as teh: "hararah", "hararti". */
function beforePronoun(word: string): string | undefined {
  return word.length > LONGEST_PARTICLE && word.endsWith(HEH) ? word.slice(0, -1) + TEH : undefined;
}

/** A word with its doubled letters written once: the commonest slip on a phone. */
function squeeze(word: string): string {
  return word.replace(DOUBLED, '$1');
}

function pushTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
