import type { Eligibility, EligibilityItem, EligibilityQuestion } from '../knowledge/schema/eligibility-shape';
import type { Answer, Given } from './answer';

/** Something asked, with the number (from 1) of the question it is or belongs to. */
export interface Asked {
  readonly item: EligibilityItem;
  readonly question: EligibilityQuestion;
  readonly number: number;
}

/** Every question and follow-up there is. */
export function itemsOf({ questions }: Eligibility): EligibilityItem[] {
  return questions.flatMap((question) => (question.followUp ? [question, question.followUp] : [question]));
}

/** The three answers rules know: skipped is not sure. */
export function ruled(answer: Answer): 'yes' | 'no' | 'unsure' {
  return answer === 'skipped' ? 'unsure' : answer;
}

/** What was answered to an item, or undefined. */
export function answerTo(item: string, given: readonly Given[]): Answer | undefined {
  return given.find((each) => each.item === item)?.answer;
}

/** Everything these answers make the check ask, in the order of the rules: each question, and follow-ups that apply. */
export function askedItems(rules: Eligibility, given: readonly Given[]): Asked[] {
  return rules.questions.flatMap((question, at) => {
    const number = at + 1;
    const { followUp } = question;
    const answer = answerTo(question.id, given);
    return followUp !== undefined && answer !== undefined && ruled(answer) === followUp.when
      ? [
          { item: question, question, number },
          { item: followUp, question, number },
        ]
      : [{ item: question, question, number }];
  });
}

/** The next thing to ask: the first without an answer. Undefined when all are answered. */
export function nextUnanswered(rules: Eligibility, given: readonly Given[]): Asked | undefined {
  return askedItems(rules, given).find(({ item }) => answerTo(item.id, given) === undefined);
}
