import type { Eligibility } from '../knowledge/schema/eligibility';
import { normalize } from '../text/normalize';
import { tokenize } from '../text/tokenize';
import { type CheckMessages, fill } from './check-messages';

/** What the reader knows the controls of a check by. */
interface Dependencies {
  readonly rules: Eligibility;
  readonly messages: Pick<CheckMessages, 'buttons'>;
}

/**
 * Creates what says whether a text is, word for word, a control of the check: skip, show the result, change an answer.
 * Outside a check these words mean nothing else; yes and no do.
 */
export function createControlReader({ rules, messages }: Dependencies): (text: string) => boolean {
  const { notApplicable, skip, why, agree, show, change, changeOne, keep } = messages.buttons;
  const items = rules.questions.flatMap((question) => [question, ...(question.followUp ? [question.followUp] : [])]);
  const titles = [notApplicable, skip, why, agree, show, change, keep];
  const known = new Set([...titles, ...items.map(({ short }) => fill(changeOne, { short }))].map(keyOf));
  return (text) => known.has(keyOf(text));
}

const keyOf = (text: string): string => tokenize(normalize(text)).join(' ');
