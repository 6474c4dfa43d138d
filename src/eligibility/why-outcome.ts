import type { Eligibility } from '../knowledge/schema/eligibility-shape';
import { itemsOf, ruled } from './asked-items';
import type { Finding } from './assess-eligibility';
import type { CheckMessages } from './check-messages';
import type { KeptOutcome, Prompt } from './check-state';
import { reasonLines, TEXT_OF } from './outcome-prompt';

/** The reply to "why?" after an outcome: the answers that led to it with their reasons, and that a doctor decides. */
export function whyOutcome({ outcome, reasons }: KeptOutcome, rules: Eligibility, messages: CheckMessages): Prompt {
  const { why, whyNothing, notForever } = messages.outcome;
  const lines = reasonLines(findingsOf(reasons, rules), messages);
  const text = lines.length === 0 ? whyNothing : `${[why, ...lines].join('\n')}\n\n${notForever}`;
  const { next } = rules.outcomes[TEXT_OF[outcome]];
  return { text, choices: next.map(({ title, send }) => ({ title, value: send })) };
}

/** Answers as findings again; one to a question that staff have removed since is left out. */
function findingsOf(reasons: KeptOutcome['reasons'], rules: Eligibility): Finding[] {
  return reasons.flatMap(({ item: id, answer }) => {
    const item = itemsOf(rules).find((each) => each.id === id);
    const verdict = item?.answers[ruled(answer)];
    return item === undefined || verdict === undefined || verdict === 'ok' ? [] : [{ item, answer, verdict }];
  });
}
