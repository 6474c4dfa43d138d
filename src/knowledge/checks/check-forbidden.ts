import type { Remark } from '../remark';
import type { Knowledge } from '../knowledge';
import { findForbidden } from './find-forbidden';
import { clinicTexts, saidTexts, type Speech } from './said-texts';

/**
 * No answer, no message and nothing the clinic says of itself holds a wording of forbidden.yaml. Questions and buttons
 * are the patient's words.
 */
export function checkForbidden(knowledge: Speech & Pick<Knowledge, 'forbidden' | 'clinic'>): Remark[] {
  const texts = saidTexts(knowledge).filter(({ role }) => role === 'answer' || role === 'message');
  return findForbidden([...texts, ...clinicTexts(knowledge.clinic)], knowledge.forbidden);
}
