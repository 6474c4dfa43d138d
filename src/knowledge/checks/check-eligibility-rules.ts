import type { Eligibility, EligibilityItem, Verdict } from '../schema/eligibility-shape';

/** Something the parts of eligibility.yaml do not agree on. `path` as in the file, list positions from 0. */
export interface RuleFault {
  readonly path: readonly (string | number)[];
  readonly expected: string;
  readonly tip: string;
}

/** Names of the steps that are no questions: no question may be called so. */
export const RESERVED_IDS = ['consent', 'symptoms', 'summary', 'which'] as const;

const ANSWERS = ['yes', 'no', 'unsure'] as const;

/**
 * What is wrong with rules whose shape is right: ids given twice or reserved, answers without a reason, reasons of
 * answers that lead nowhere, follow-ups that are never heard, outcomes no answer leads to. Empty when all is well.
 */
export function checkEligibilityRules(rules: Eligibility): RuleFault[] {
  return [
    ...checkIds(rules),
    ...rules.questions.flatMap(checkQuestion),
    ...checkOutcomes(rules),
    ...checkLimits(rules),
  ];
}

function checkIds(rules: Eligibility): RuleFault[] {
  const seen = new Set<string>(RESERVED_IDS);
  const names = rules.questions.flatMap((question, at) => [
    { id: question.id, path: ['questions', at, 'id'] },
    ...(question.followUp === undefined
      ? []
      : [{ id: question.followUp.id, path: ['questions', at, 'followUp', 'id'] }]),
  ]);
  return names.flatMap(({ id, path }) => {
    const taken = seen.has(id);
    seen.add(id);
    return taken ? [{ path, expected: 'an id of its own', tip: `"${id}" is taken: choose another id` }] : [];
  });
}

function checkQuestion(question: Eligibility['questions'][number], at: number): RuleFault[] {
  const path = ['questions', at];
  const { followUp } = question;
  if (followUp === undefined) return checkItem(question, path);
  return [
    ...checkItem(question, path),
    ...checkItem(followUp, [...path, 'followUp']),
    ...checkFollowUp(question, path),
  ];
}

function checkFollowUp(question: Eligibility['questions'][number], path: readonly (string | number)[]): RuleFault[] {
  const { followUp } = question;
  if (followUp === undefined) return [];
  // A follow-up can only make things more serious: after a stop, nothing it finds is heard.
  if (question.answers[followUp.when] !== 'stop') return [];
  return [
    {
      path: [...path, 'followUp', 'when'],
      expected: 'an answer that is not already stop',
      tip: `after "${followUp.when}" the outcome is stop whatever the follow-up finds: change "when:" or the answer`,
    },
  ];
}

function checkItem(item: EligibilityItem, path: readonly (string | number)[]): RuleFault[] {
  const faults = ANSWERS.flatMap((answer): RuleFault[] => {
    const serious = item.answers[answer] !== 'ok';
    if (serious && item.reason[answer] === undefined) {
      return [
        {
          path: [...path, 'reason'],
          expected: `a reason for "${answer}", which leads to ${item.answers[answer]}`,
          tip: `add "${answer}:" under "reason:"`,
        },
      ];
    }
    return [
      ...(!serious && item.reason[answer] !== undefined ? [unheard([...path, 'reason', answer], answer)] : []),
      ...(!serious && item.bring?.[answer] !== undefined ? [unheard([...path, 'bring', answer], answer)] : []),
    ];
  });
  return [...faults, ...checkSays(item, path)];
}

function unheard(path: readonly (string | number)[], answer: string): RuleFault {
  return {
    path,
    expected: 'a text for an answer that leads to caution or stop',
    tip: `"${answer}" is ok here, so this is never said: remove it, or change what the answer leads to`,
  };
}

function checkSays(item: EligibilityItem, path: readonly (string | number)[]): RuleFault[] {
  const seen = new Map<string, string>();
  return ANSWERS.flatMap((answer) =>
    (item.says?.[answer] ?? []).flatMap((word, at) => {
      const other = seen.get(word);
      seen.set(word, answer);
      return other === undefined || other === answer
        ? []
        : [
            {
              path: [...path, 'says', answer, at],
              expected: 'a word that says one thing',
              tip: `"${word}" also stands under "${other}:": keep one of the two`,
            },
          ];
    }),
  );
}

function checkOutcomes(rules: Eligibility): RuleFault[] {
  const items = rules.questions.flatMap((question): EligibilityItem[] =>
    question.followUp === undefined ? [question] : [question, question.followUp],
  );
  const reached = new Set<Verdict>(items.flatMap((item) => Object.values(item.answers)));
  const faults: RuleFault[] = [];
  if (!reached.has('stop')) faults.push(unreachable('stop', 'stop'));
  if (!reached.has('caution')) faults.push(unreachable('talkFirst', 'caution'));
  const always = rules.questions.findIndex((question) => !Object.values(question.answers).includes('ok'));
  if (always >= 0) {
    faults.push({
      path: ['questions', always, 'answers'],
      expected: 'at least one answer that is ok',
      tip: 'as it stands every answer leads to caution or stop, and "nothing found" is never reached',
    });
  }
  return faults;
}

function unreachable(outcome: string, verdict: Verdict): RuleFault {
  return {
    path: ['outcomes', outcome],
    expected: `an answer that leads to ${verdict}`,
    tip: `no answer of any question leads to ${verdict}, so this outcome is never said`,
  };
}

function checkLimits(rules: Eligibility): RuleFault[] {
  if (rules.limits.unsure <= rules.questions.length) return [];
  return [
    {
      path: ['limits', 'unsure'],
      expected: `at most ${rules.questions.length}, the number of questions`,
      tip: 'as it stands the limit is never reached',
    },
  ];
}
