import type { Eligibility as Rules } from './eligibility-shape';
import { checkEligibilityRules } from '../checks/check-eligibility-rules';
import { eligibilityShape } from './eligibility-shape';

/** knowledge/eligibility.yaml: the eligibility check, with rules that hold together ({@link checkEligibilityRules}). */
export const eligibilitySchema = eligibilityShape.superRefine((rules, issues) => {
  for (const fault of checkEligibilityRules(rules)) {
    issues.addIssue({
      code: 'custom',
      path: [...fault.path],
      message: fault.expected,
      params: { tip: fault.tip },
    });
  }
});

export type Eligibility = Rules;
