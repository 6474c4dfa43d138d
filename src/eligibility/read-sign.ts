import type { Eligibility } from '../knowledge/schema/eligibility-shape';
import type { Reading } from './reading';

const ANSWERS = ['yes', 'no', 'unsure'] as const;

/** Reads a reply without words by its emoji: a thumb up is yes. Unclear when they say two things, or none. */
export function readSign(text: string, signs: Eligibility['words']['signs']): Reading {
  const [only, ...more] = ANSWERS.filter((answer) => signs[answer].some((sign) => text.includes(sign)));
  return only === undefined || more.length > 0 ? { kind: 'unclear' } : { kind: 'answer', answer: only };
}
