import { readArabizi } from '../text/arabizi';
import { FEH, HEH, TEH, WAW } from '../text/letters';
import { normalize } from '../text/normalize';
import { isLatin } from '../text/tokenize';
import { createAffixes, eachBase, type Affixes, type Layers } from './affixes';
import { createNearWords, type NearWords } from './near-words';
import { CONFUSION, foldSounds, skeleton, skeletons } from './sounds';

/** How a word of the rules is written: `=word` as it stands, `~stem` a verb in all its forms, else a word with its affixes. */
type Manner = 'exact' | 'verb' | 'word';
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

/** Shorter words become others when a letter is taken away. */
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

/** Which words of the rules a written word can be: with attached particles and pronouns, misspelt, or in Latin letters. */
export class Lexicon {
  private readonly known: Record<Manner, Map<string, Lexeme>> = { exact: new Map(), verb: new Map(), word: new Map() };
  private readonly affixes: Record<'verb' | 'word', Affixes>;
  private readonly lookalikes: ReadonlySet<string>;
  private readonly bySkeleton = new Map<string, Lexeme[]>();
  private readonly bySound: Record<'verb' | 'word', Map<string, Lexeme[]>> = { verb: new Map(), word: new Map() };
  private near: NearWords | undefined;
  private count = 0;

  constructor({ attached, lookalikes }: Dependencies) {
    const { before, after, verbBefore, verbAfter } = attached;
    this.affixes = {
      word: createAffixes(before, after),
      verb: createAffixes(verbBefore, verbAfter),
    };
    this.lookalikes = new Set(lookalikes.map(normalize).flatMap((word) => [word, beforePronoun(word) ?? word]));
  }

  /** The number of a word of the rules, marked as staff write it. Very short words stand as they are. */
  add(marked: string): Lexeme {
    const word = normalize(marked);
    const manner = mannerOf(marked, word.length <= LONGEST_PARTICLE);
    const existing = this.known[manner].get(word);
    if (existing !== undefined) return existing;
    const lexeme = this.count++;
    this.known[manner].set(word, lexeme);
    const squeezed = squeeze(word);
    if (squeezed.length >= SHORTEST_SQUEEZED && !this.known[manner].has(squeezed)) this.known[manner].set(squeezed, lexeme);
    // Before a pronoun teh marbuta is written as teh: "hararah", "hararti".
    if (manner === 'word' && word.length > 2 && word.endsWith(HEH))
      this.known.word.set(word.slice(0, -1) + TEH, lexeme);
    if (manner !== 'exact') {
      this.addSkeletons(word, lexeme);
      if (word.length >= SHORTEST_BY_SOUND) pushTo(this.bySound[manner], foldSounds(word), lexeme);
    }
    return lexeme;
  }

  /** Call once, after the last {@link add}. */
  seal(): void {
    const { verb, word } = this.known;
    const arabic = [...verb.keys(), ...word.keys()].filter((each) => !isLatin(each));
    this.near = createNearWords(new Set(arabic), CONFUSION);
  }

  /** The words of the rules that `written` (normalized) can be; spelt right first, else one slip away. */
  read(written: string): Set<Lexeme> {
    const found = new Set<Lexeme>();
    if (isLatin(written)) {
      this.readLatin(written, found);
      return found;
    }
    this.readSpelt(written, found);
    if (found.size === 0) this.readSpelt(squeeze(written), found);
    if (found.size > 0 || this.meansItself(written)) return found;
    this.readBySound(squeeze(written), found);
    if (found.size === 0) this.readMisspelt(squeeze(written), found);
    return found;
  }

  /** `written` as a word of the rules spells it: as it is, or with doubled letters once; else undefined. */
  spell(written: string): string | undefined {
    return [written, squeeze(written)].find((each) => {
      const found = new Set<Lexeme>();
      this.readSpelt(each, found);
      return found.size > 0;
    });
  }

  /** True for a word that stands in the rules with no affix of its own. */
  lists(written: string): boolean {
    return MANNERS.some((manner) => this.known[manner].has(written));
  }

  /** True when `written` is a form of a verb of the rules. */
  hasVerb(written: string): boolean {
    let isVerb = false;
    eachBase(written, this.affixes.verb, (base) => {
      isVerb ||= this.known.verb.has(base);
    });
    return isVerb;
  }

  private readSpelt(written: string, found: Set<Lexeme>): void {
    const add = (lexeme: Lexeme | undefined): void => {
      if (lexeme !== undefined) found.add(lexeme);
    };
    add(this.known.exact.get(written));
    if (written.startsWith(WAW) || (written.startsWith(FEH) && written.length > SHORTEST_AFTER_FEH))
      add(this.known.exact.get(written.slice(1)));
    eachBase(written, this.affixes.word, (base) => add(this.known.word.get(base)));
    eachBase(written, this.affixes.verb, (base) => add(this.known.verb.get(base)));
  }

  private meansItself(written: string): boolean {
    let isLookalike = false;
    for (const manner of FLEXIBLE) {
      eachBase(written, this.affixes[manner], (base) => {
        isLookalike ||= base.length >= SHORTEST_LOOKALIKE && this.lookalikes.has(base);
      });
    }
    return isLookalike;
  }

  private readBySound(written: string, found: Set<Lexeme>): void {
    for (const manner of FLEXIBLE) {
      eachBase(written, this.affixes[manner], (base) => {
        for (const lexeme of this.bySound[manner].get(foldSounds(base)) ?? []) found.add(lexeme);
      });
    }
  }

  private readMisspelt(written: string, found: Set<Lexeme>): void {
    const bases = new Set<string>();
    for (const manner of FLEXIBLE) eachBase(written, this.affixes[manner], (base) => bases.add(base));
    for (const base of bases) {
      this.near?.each(base, written.length - base.length, (known) => {
        for (const manner of FLEXIBLE) {
          const lexeme = this.known[manner].get(known);
          if (lexeme !== undefined) found.add(lexeme);
        }
      });
    }
  }

  private readLatin(written: string, found: Set<Lexeme>): void {
    for (const manner of MANNERS) {
      const listed = this.known[manner].get(written);
      if (listed !== undefined) found.add(listed);
    }
    if (this.lookalikes.has(written)) return;
    const readings = new Set([written, written.replaceAll('2', 'q')].map((each) => squeeze(normalize(readArabizi(each)))));
    for (const arabic of readings) this.readSpelt(arabic, found);
    if (found.size > 0) return;
    for (const arabic of readings) {
      for (const affixes of [this.affixes.word, this.affixes.verb]) {
        eachBase(arabic, affixes, (base) => {
          for (const lexeme of this.bySkeleton.get(skeleton(base)) ?? []) found.add(lexeme);
        });
      }
    }
  }

  private addSkeletons(word: string, lexeme: Lexeme): void {
    if (isLatin(word)) return;
    for (const bones of skeletons(word)) if (bones.length >= SHORTEST_SKELETON) pushTo(this.bySkeleton, bones, lexeme);
  }
}

function pushTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** Before a pronoun teh marbuta is written as teh: "hararah", "hararti". */
function beforePronoun(word: string): string | undefined {
  return word.length > 2 && word.endsWith(HEH) ? word.slice(0, -1) + TEH : undefined;
}

/** A word with its doubled letters written once: the commonest slip on a phone. */
function squeeze(word: string): string {
  return word.replace(DOUBLED, '$1');
}

function mannerOf(marked: string, isTooShort: boolean): Manner {
  if (marked.startsWith('~')) return 'verb';
  return marked.startsWith('=') || isTooShort ? 'exact' : 'word';
}
