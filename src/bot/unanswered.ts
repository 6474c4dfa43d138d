import type { TurnContext } from 'botbuilder';
import { scrub } from './scrub';
import type { Understanding } from './understand';

/** Where questions without an answer are kept for the clinic's staff. */
export interface UnansweredList {
  record(question: UnansweredQuestion): Promise<void>;
}

/** A question in nobody's name. */
export interface UnansweredQuestion {
  /** Scrubbed of digits, addresses and names. */
  readonly text: string;
  /** Nothing was near, or nothing was near enough. */
  readonly kind: 'unknown' | 'unsure';
}

/** Keeps what was asked when there was no sure answer; nothing else, and nothing that names anybody. */
export async function recordUnanswered(
  understanding: Understanding,
  context: TurnContext,
  { unanswered, introductions }: { readonly unanswered: UnansweredList; readonly introductions: readonly string[] },
): Promise<void> {
  if (understanding.kind !== 'question' || understanding.match.kind === 'sure') return;
  const { from } = context.activity;
  const text = scrub(understanding.text, { names: typeof from.name === 'string' ? [from.name] : [], introductions });
  if (text !== '') await unanswered.record({ text, kind: understanding.match.kind });
}
