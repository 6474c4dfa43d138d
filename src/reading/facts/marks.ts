import type { Facts } from '../../knowledge/schema/facts';

/** What a word (or phrase) does in a sentence that may tell something. */
export type Grammar = keyof Facts['grammar'];

/** A fact of facts.yaml. */
export type KnownFact = Facts['facts'][number];

/** How the words of a fact tell it. */
export type Telling = 'says' | 'states' | 'names';

/** What stands at a place. */
export type Mark =
  | { readonly kind: 'grammar'; readonly grammar: Grammar }
  | { readonly kind: 'fact'; readonly fact: KnownFact; readonly telling: Telling }
  | { readonly kind: 'word' };

/** A mark over words of a clause. `joined`: its word begins with "and". `isGeneral`: with the article, "for the …". */
export interface Marked {
  readonly mark: Mark;
  readonly words: readonly string[];
  readonly joined: boolean;
  readonly isGeneral: boolean;
}

/** The words of one clause with what they do. */
export type MarkReader = (clause: readonly string[]) => readonly Marked[];
