import { checkArabicSigns } from './checks/check-arabic-signs';
import { checkArticleFacts } from './checks/check-article-facts';
import { checkClinicDates } from './checks/check-clinic-dates';
import { checkContacts } from './checks/check-contacts';
import { checkChoices } from './checks/check-choices';
import { checkEmphasis } from './checks/check-emphasis';
import { checkForbidden } from './checks/check-forbidden';
import { checkLengths } from './checks/check-lengths';
import { checkOpenings } from './checks/check-openings';
import { checkPhrasingOwners } from './checks/check-phrasing-owners';
import { checkReachability } from './checks/check-reachability';
import { checkReviews } from './checks/check-reviews';
import { checkSignTiers } from './checks/check-sign-tiers';
import { checkStoryLabels } from './checks/check-story-labels';
import type { Knowledge } from './knowledge';
import type { FindTopics, Remark } from './remark';

export interface CheckOptions {
  /** The day of the check. */
  readonly today: Date;
  /** The matcher; without it, what depends on matching is not checked. */
  readonly find?: FindTopics;
}

/** Looks for what loading lets pass but a good knowledge base does not have. Without a matcher 0.3 s, else a minute. Pure. */
export function checkKnowledge(knowledge: Knowledge, { today, find }: CheckOptions): Remark[] {
  return [
    ...checkArticleFacts(knowledge),
    ...checkForbidden(knowledge),
    ...checkOpenings(knowledge),
    ...checkArabicSigns(knowledge),
    ...checkEmphasis(knowledge),
    ...checkLengths(knowledge),
    ...checkReviews(knowledge, today),
    ...checkContacts(knowledge),
    ...checkClinicDates(knowledge, today),
    ...checkSignTiers(knowledge),
    ...checkStoryLabels(knowledge),
    ...(find === undefined ? checkPhrasingOwners(knowledge) : checkMatching(knowledge, find)),
  ];
}

/**
 * The part that asks the matcher: every topic can be reached, every button is understood, every phrasing finds its topic.
 *
 * @param isAsked phrasings it is asked about, all unless told: each takes some milliseconds
 */
export function checkMatching(
  knowledge: Knowledge,
  find: FindTopics,
  isAsked?: (phrasing: string) => boolean,
): Remark[] {
  return [
    ...checkPhrasingOwners(knowledge, find, isAsked),
    ...checkReachability(knowledge, find),
    ...checkChoices(knowledge, find),
  ];
}
