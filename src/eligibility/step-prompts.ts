import type { Eligibility } from '../knowledge/schema/eligibility-shape';
import type { Asked } from './asked-items';
import { answerTo, askedItems } from './asked-items';
import type { CheckChoice, CheckState, Prompt } from './check-state';
import type { CheckMessages } from './check-messages';
import { fill } from './check-messages';
import { CHANGE } from './read-button';

/** What the check says, and its rules. */
export interface CheckContent {
  readonly rules: Eligibility;
  readonly messages: CheckMessages;
}

/** The question or follow-up a state stands at. Undefined at the steps that are no questions. */
export function currentItem({ step, given }: CheckState, rules: Eligibility): Asked | undefined {
  return askedItems(rules, given).find(({ item }) => item.id === step);
}

/** What the step a state stands at says, with its buttons. `easier`: in the simpler words. */
export function stepPrompt(state: CheckState, { rules, messages }: CheckContent, easier = false): Prompt {
  const { buttons } = messages;
  const choice = (value: string, title: string, sent = title): CheckChoice => ({
    title,
    value: sent,
    data: { check: state.run, step: state.step, value },
  });
  const answers = [
    choice('yes', buttons.yes),
    choice('no', buttons.no),
    choice('unsure', buttons.unsure),
    choice('why', buttons.why),
  ];
  const changes = () =>
    askedItems(rules, state.given).map(({ item }) =>
      choice(CHANGE + item.id, item.short, fill(buttons.changeOne, { short: item.short })),
    );

  switch (state.step) {
    case 'consent':
      return {
        text: rules.consent.text,
        choices: [choice('agree', buttons.agree), choice('cancel', buttons.decline), choice('why', buttons.why)],
      };
    case 'symptoms':
      return { text: easier ? rules.symptoms.easier : rules.symptoms.question, choices: answers };
    case 'which':
      return { text: messages.whichAnswer, choices: [...changes(), choice('keep', buttons.keep)] };
    case 'summary':
      return {
        text: summaryText(state, { rules, messages }),
        choices: [choice('show', buttons.show), choice('change', buttons.change)],
      };
    default: {
      const asked = currentItem(state, rules);
      if (asked === undefined) return stepPrompt({ ...state, step: 'summary' }, { rules, messages });
      const { item, question, number } = asked;
      const progress = fill(messages.progress, {
        at: inDigits(number, messages),
        of: inDigits(rules.questions.length, messages),
      });
      const applies = question.for === 'all' || item !== question;
      return {
        text: `${progress}\n${easier ? item.easier : item.question}`,
        choices: applies ? answers : [...answers, choice('no', buttons.notApplicable)],
      };
    }
  }
}

function summaryText({ given }: CheckState, { rules, messages }: CheckContent): string {
  const lines = askedItems(rules, given).map(({ item }) =>
    fill(messages.summary.line, {
      short: item.short,
      answer: messages.answered[answerTo(item.id, given) ?? 'skipped'],
    }),
  );
  return [messages.summary.intro, lines.join('\n'), messages.summary.ask].join('\n\n');
}

function inDigits(value: number, messages: CheckMessages): string {
  return String(value).replace(/\d/g, (digit) => messages.digits[Number(digit)] ?? digit);
}
