/** Body areas a question can be about, named as in the FAQ files. */
export type Area = 'face' | 'hair';

/** A topic with the calibrated probability (0–1) that it is what the person asked. */
export interface Scored {
  readonly topic: string;
  readonly score: number;
  /** The words that ask it, where they are only a part of the message. */
  readonly text?: string;
}

/** What a person may want that is no question with an answer, named as in wishes.yaml. */
export type Wish = 'person' | 'complaint' | 'check' | 'more';

/** What the conversation has been about, for follow-ups without a subject. The caller forgets it after a while. */
export interface MatchContext {
  readonly topic: string;
  readonly area?: Area;
}

/**
 * What a message asks.
 *
 * - `sure`: one topic, or several when several questions were asked, in the order asked, and a wish that was said along.
 * - `wish`: something is wanted that is no question.
 * - `unsure`: at most three topics to offer, best first.
 * - `unknown`: not a question for this knowledge base, or nothing near enough.
 *
 * `score` is the probability that the decision's best topic is right. `area` is the body area the question names, or
 * the conversation's when it names none.
 */
export type Match =
  | {
      readonly kind: 'sure';
      readonly topics: readonly Scored[];
      readonly wish?: Wish;
      /** The wish is the point, what is asked stands beside it. */
      readonly isWishFirst?: boolean;
      readonly score: number;
      readonly area?: Area;
    }
  | { readonly kind: 'wish'; readonly wish: Wish; readonly score: number; readonly area?: Area }
  | { readonly kind: 'unsure'; readonly topics: readonly Scored[]; readonly score: number; readonly area?: Area }
  | { readonly kind: 'unknown'; readonly score: number; readonly area?: Area };

/** A whole message without its filler. */
export interface Story {
  readonly text: string;
  /** Where its clauses begin, counted in words; none where it was not cut. */
  readonly begins: readonly number[];
  /** For each of them, whether it asks. */
  readonly asking: readonly boolean[];
}

/** Matches questions to topics. Deterministic; never throws on any text. */
export interface Matcher {
  match(question: string, context?: MatchContext): Match;
  /** Matches a message that may tell a story and ask several things. */
  matchStory(story: Story, context?: MatchContext): Match;
  /** The kind of small talk (wishes.yaml) a whole message is that wants nothing; undefined for any other. */
  readTalk(text: string): string | undefined;
  /** The topic that has this text, word by word, among its phrasings. */
  phrasedAs(text: string): string | undefined;
  /** Whether a phrasing or a word list of the clinic has this word, normalized: it is no slip of another one. */
  readonly knows: (word: string) => boolean;
  /** The words of the phrasings and of the word lists, normalized. */
  readonly words: () => ReadonlySet<string>;
}
