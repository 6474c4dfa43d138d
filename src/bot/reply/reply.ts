import type { Fact } from '../../reading/facts/fact';
import type { GivenAnswer } from '../memory/opinion';

/** What kind of thing a reply is: the vocabulary of `npm run ask -- --json`. */
export type ReplyKind = 'urgent' | 'answer' | 'suggest' | 'unknown' | 'social' | 'eligibility' | 'handoff' | 'command';

/** Something the person can press, or type: both do the same. */
export interface Choice {
  /** What stands on the button. */
  readonly title: string;
  /** What is sent when it is pressed. It means the same when typed, now or later. */
  readonly value: string;
  /** For channels whose buttons carry data (cards); never needed to understand the value. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** An address a press follows: a telephone, WhatsApp, a map. */
export interface Link {
  readonly title: string;
  /** `tel:` or `https:` */
  readonly url: string;
}

/** What the assistant says in answer to one message, free of any channel's form. */
export interface Reply {
  readonly kind: ReplyKind;
  /** Plain text: paragraphs apart by an empty line, list items beginning with a bullet character. */
  readonly text: string;
  readonly choices: readonly Choice[];
  /** Who of the clinic's staff speaks: said above the text. Undefined: the assistant. */
  readonly speaker?: string;
  /** A small line below the text: where the facts come from and whether the clinic's physician reviewed them. */
  readonly note?: string;
  /** Where the source the note names can be read, and what the note calls it. */
  readonly source?: { readonly label: string; readonly url: string };
  /** The ways to the clinic that the text names, as buttons; in an urgent reply the first things to press. */
  readonly links?: readonly Link[];
  /** Topics the reply is about or offers, best first. */
  readonly topics: readonly string[];
  /** Probability (0–1) that the first topic is what was asked; 1 for replies that were not guessed, 0 for none. */
  readonly score: number;
  /** The answers it asks an opinion of; undefined where none is asked. */
  readonly rates?: readonly GivenAnswer[];
  /** The questions heard and what the person told, for tools that look at how a message was understood; never shown. */
  readonly heard?: Heard;
}

/** How a message was understood. */
export interface Heard {
  readonly questions: readonly { readonly text: string; readonly topics: readonly string[]; readonly score: number }[];
  readonly facts: readonly Fact[];
}
