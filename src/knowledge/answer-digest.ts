import { createHash } from 'node:crypto';
import type { Topic } from './knowledge';

/** Hexadecimal digits. Sixteen tell any two texts apart and can still be copied by hand. */
const LENGTH = 16;

/** What a physician reads of a topic when signing it. */
export type SignedText = Pick<Topic, 'question' | 'answer' | 'byArea' | 'short' | 'missing'>;

/**
 * A digest of everything patients read of a topic. A physician signs this digest, so that an answer loses its review
 * with the first word that is changed. Spaces and line breaks count for nothing.
 */
export function answerDigest({ question, answer, byArea, short, missing }: SignedText): string {
  const parts = [question, answer, byArea?.face, byArea?.hair, short, missing];
  const text = parts.map((part) => (part ?? '').replace(/\s+/g, ' ').trim()).join('\n');
  return createHash('sha256').update(text).digest('hex').slice(0, LENGTH);
}
