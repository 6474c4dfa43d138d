import type { TurnContext } from 'botbuilder';
import type { Scrubber } from '../scrubbing/create-scrubber';
import type { UnansweredShare } from './unanswered-share';
import type { Understanding } from '../understand/understand';

/** Where questions without an answer are kept for the clinic's staff. */
export interface UnansweredList {
  record(question: UnansweredQuestion): Promise<void>;
}

/** A question in nobody's name. */
export interface UnansweredQuestion {
  /** Scrubbed of digits, addresses, names and places; never about violence or self-harm. */
  readonly text: string;
  /** Nothing was near, or nothing was near enough. */
  readonly kind: 'unknown' | 'unsure';
  /** From whom it came, so that deleting what is kept of them takes it out again. */
  readonly asker: { readonly channelId: string; readonly userId: string };
}

interface RecordDependencies {
  readonly unanswered: UnansweredList;
  readonly unansweredShare: UnansweredShare;
  readonly scrub: Scrubber;
}

/** Keeps what was asked when there was no sure answer; nothing else, and nothing that names anybody. */
export async function recordUnanswered(
  understanding: Understanding,
  context: TurnContext,
  { unanswered, unansweredShare, scrub }: RecordDependencies,
): Promise<void> {
  if (understanding.kind !== 'question' || understanding.match.kind === 'sure') return;
  const { from, channelId, conversation } = context.activity;
  if (!unansweredShare.take(conversation.id)) return;
  const text = scrub(understanding.text, typeof from.name === 'string' ? [from.name] : []);
  if (text === '') return;
  await unanswered.record({ text, kind: understanding.match.kind, asker: { channelId, userId: from.id } });
}
