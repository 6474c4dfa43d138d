import type { Eligibility } from '../knowledge/schema/eligibility-shape';
import { ruled } from './asked-items';
import type { Finding, Outcome } from './assess-eligibility';
import type { Prompt } from './check-state';
import type { CheckMessages } from './check-messages';
import { fill } from './check-messages';

/** Which text of the content an outcome has. */
export const TEXT_OF = { 'nothing-found': 'nothingFound', 'talk-first': 'talkFirst', stop: 'stop' } as const;

/** The outcome in words: what it is, the answers that led to it and why, what to bring or do, and where to go on. */
export function outcomePrompt(outcome: Outcome, rules: Eligibility, messages: CheckMessages): Prompt {
  const { text, next } = rules.outcomes[TEXT_OF[outcome.kind]];
  const { also, medicines, closing } = messages.outcome;
  const isMedicine = outcome.findings.some(({ item }) => item.medicine);
  return {
    text: [
      text,
      reasons(outcome, rules, messages),
      toBring(outcome.findings, messages),
      isMedicine ? medicines : '',
      also,
      closing,
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
    choices: next.map(({ title, send }) => ({ title, value: send })),
  };
}

/** The answers that led to an outcome, each with its reason, one a line; what stops stands before what only wants care. */
export function reasonLines(findings: readonly Finding[], messages: CheckMessages): string[] {
  const ordered = [...findings].sort((a, b) => Number(b.verdict === 'stop') - Number(a.verdict === 'stop'));
  return ordered.map(({ item, answer }) =>
    fill(messages.outcome.reason, {
      short: item.short,
      answer: messages.answered[answer],
      reason: item.reason[ruled(answer)] ?? '',
    }),
  );
}

function reasons({ findings, manyUnsure }: Outcome, rules: Eligibility, messages: CheckMessages): string {
  const lines = reasonLines(findings, messages);
  if (manyUnsure) lines.push(fill(messages.outcome.item, { text: rules.limits.reason }));
  return lines.length === 0 ? '' : [messages.outcome.because, ...lines].join('\n');
}

function toBring(findings: readonly Finding[], messages: CheckMessages): string {
  const items = new Set(findings.flatMap(({ item, answer }) => item.bring?.[ruled(answer)] ?? []));
  const lines = [...items].map((text) => fill(messages.outcome.item, { text }));
  return lines.length === 0 ? '' : [messages.outcome.bring, ...lines].join('\n');
}
