import type { LexiconContent } from './lexicon';
import type { Area, Wish } from './match';

/** A topic as far as matching goes. */
export interface MatchableTopic {
  readonly id: string;
  readonly question: string;
  readonly button: string;
  readonly phrasings: readonly string[];
  readonly area?: Area | undefined;
  readonly category: string;
  /** Topics offered after its answer. */
  readonly related?: readonly string[] | undefined;
  /** A wrong answer here costs more: warnings and medicines. */
  readonly careful?: boolean | undefined;
}

/** The content a matcher is made from; `Knowledge` fits. */
export interface MatcherContent {
  readonly topics: readonly MatchableTopic[];
  readonly vocabulary: {
    readonly concepts: LexiconContent['concepts'][number];
    readonly arabizi: LexiconContent['arabizi'];
    readonly protected: readonly string[];
    readonly areas: Readonly<Record<Area, readonly string[]>>;
    readonly askers: readonly string[];
    /** Fixed phrases of small talk, by its kind. */
    readonly social?: Readonly<Record<string, readonly string[]>>;
  };
  readonly dialects: { readonly concepts: LexiconContent['concepts'][number] };
  readonly openQuestions: {
    readonly openQuestions: readonly { readonly offer: readonly string[]; readonly phrasings: readonly string[] }[];
  };
  /** What people want that is no question. */
  readonly wishes?: Readonly<Record<Wish, readonly string[]>> & {
    /** Talk that wants nothing, by its kind. */
    readonly talk?: Readonly<Record<string, readonly string[]>>;
  };
  readonly outOfScope: { readonly groups: Readonly<Record<string, { readonly examples: readonly string[] }>> };
  /** What people say around their questions. */
  readonly stories?: StoryClauses;
  /** Whole messages, cut by hand into what is told and what asks. */
  readonly storyFiles?: readonly { readonly messages: readonly (readonly StoryPart[])[] }[];
}

/** Sentences with {slots}, and what may take their places. */
export interface StoryClauses {
  readonly slots: Readonly<Record<string, readonly string[]>>;
  readonly filler: Readonly<Record<string, readonly string[]>>;
}

/** A part of a whole message; `label`, where it asks: a topic or a wish. */
export interface StoryPart {
  readonly kind: string;
  readonly label?: string;
  readonly text: string;
}
