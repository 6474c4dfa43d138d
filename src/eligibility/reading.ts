import type { EligibilityItem, EligibilityQuestion } from '../knowledge/schema/eligibility-shape';

/**
 * What a reply means to the step it answers.
 *
 * - `answer`: to the question, and to its follow-up when the reply told that too.
 * - `press`: the button with this number (from 1).
 * - `change`: of an earlier answer; without `item` when it was not said, or not clear, which.
 * - `correct`: the answer to another question; without `item` the one given last.
 * - `asks`: a question of the person's own, not a reply. `unclear`: anything else.
 */
export type Reading =
  | { readonly kind: 'answer'; readonly answer: 'yes' | 'no' | 'unsure'; readonly followUp?: 'yes' | 'no' | 'unsure' }
  | { readonly kind: 'press'; readonly button: number }
  | { readonly kind: 'change'; readonly item?: string }
  | { readonly kind: 'correct'; readonly item?: string; readonly answer: 'yes' | 'no' | 'unsure' }
  | Command<ReplyCommand>
  | { readonly kind: 'asks' }
  | { readonly kind: 'unclear' };

/** Replies that say what to do, not what is the case. */
type ReplyCommand = 'skip' | 'back' | 'why' | 'explain' | 'agree' | 'show' | 'restart' | 'cancel' | 'person';

type Command<Kind> = Kind extends string ? { readonly kind: Kind } : never;

/** A reading with the number of a button already taken for what the button says. */
export type Heard = Exclude<Reading, { kind: 'press' }>;

/** The step a reply is read for: one that asks something, or one of the others; and how many buttons it shows. */
export type ReadingStep =
  | { readonly kind: 'consent' | 'summary' | 'which'; readonly buttons: number }
  | { readonly kind: 'item'; readonly item: AskedText; readonly buttons: number };

/** What reading a reply needs to know of the question. */
export type AskedText = Pick<EligibilityItem, 'question' | 'easier' | 'says'> &
  Partial<Pick<EligibilityQuestion, 'for' | 'number' | 'followUp'>>;

/** The word lists of vocabulary.yaml that replies are read with. */
export interface ReplyVocabulary {
  readonly answers: Readonly<Record<'yes' | 'no' | 'unsure' | 'skip' | 'why', readonly string[]>>;
  readonly commands: Readonly<Record<'cancel' | 'restart' | 'back' | 'human', readonly string[]>>;
  /** Words in Latin letters and the Arabic they stand for. */
  readonly arabizi: Readonly<Record<string, string>>;
}
