import type { TurnContext } from 'botbuilder';
import { scrub } from './scrub';
import type { UnansweredShare } from './unanswered-share';
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

interface RecordDependencies {
  readonly unanswered: UnansweredList;
  readonly unansweredShare: UnansweredShare;
  readonly introductions: readonly string[];
}

/** Keeps what was asked when there was no sure answer; nothing else, and nothing that names anybody. */
export async function recordUnanswered(
  understanding: Understanding,
  context: TurnContext,
  { unanswered, unansweredShare, introductions }: RecordDependencies,
): Promise<void> {
  if (understanding.kind !== 'question' || understanding.match.kind === 'sure') return;
  const { from, conversation } = context.activity;
  if (!unansweredShare.take(conversation.id)) return;
  const text = scrub(understanding.text, { names: typeof from.name === 'string' ? [from.name] : [], introductions });
  if (text !== '') await unanswered.record({ text, kind: understanding.match.kind });
}
