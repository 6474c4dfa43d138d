import { answerDigest } from './answer-digest';
import type { Topic } from './knowledge';

/** Whether a physician of the clinic has read an answer as it stands. `on` is year-month-day. */
export type Review =
  | { readonly kind: 'reviewed'; readonly by: string; readonly on: string }
  /** Signed, but not this text: it was changed since, or the signature names no text at all. */
  | { readonly kind: 'changed'; readonly by: string; readonly on: string }
  | { readonly kind: 'none' };

/** Reads the signature of a topic. A day alone is none: it says neither who read the answer nor which. */
export function readReview(topic: Topic): Review {
  const { reviewed } = topic;
  if (reviewed === undefined || typeof reviewed === 'string') return { kind: 'none' };
  const { by, on, digest } = reviewed;
  return { kind: digest === answerDigest(topic) ? 'reviewed' : 'changed', by, on };
}
