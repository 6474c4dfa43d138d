import { checkEligibilityRules } from '../../src/knowledge/checks/check-eligibility-rules';
import { eligibilitySchema, type Eligibility } from '../../src/knowledge/schema/eligibility';
import { loadCheckContent } from './check-content';

const { rules } = loadCheckContent();
type Question = Eligibility['questions'][number];

/** The rules with one question changed. */
function changed(id: string, change: (question: Question) => unknown): Eligibility {
  const questions = rules.questions.map((question) => (question.id === id ? (change(question) as Question) : question));
  return { ...rules, questions };
}

const FAULTY: readonly (readonly [name: string, rules: Eligibility, path: string, tip: RegExp])[] = [
  [
    'two questions of one id',
    { ...rules, questions: [...rules.questions, rules.questions[0]!] },
    'questions.10.id',
    /taken/,
  ],
  [
    'an id that names a step',
    changed('age', (question) => ({ ...question, id: 'summary' })),
    'questions.0.id',
    /taken/,
  ],
  [
    'a follow-up called like a question',
    changed('chronic', (question) => ({ ...question, followUp: { ...question.followUp!, id: 'liver' } })),
    'questions.8.followUp.id',
    /taken/,
  ],
  [
    'a stop without a reason',
    changed('age', (question) => ({ ...question, reason: { unsure: 'x' } })),
    'questions.0.reason',
    /add "yes:"/,
  ],
  [
    'a reason for an answer that is ok',
    changed('age', (question) => ({ ...question, reason: { ...question.reason, no: 'x' } })),
    'questions.0.reason.no',
    /never said/,
  ],
  [
    'something to bring for an answer that is ok',
    changed('age', (question) => ({ ...question, bring: { no: 'x' } })),
    'questions.0.bring.no',
    /never said/,
  ],
  [
    'a follow-up after a stop',
    changed('chronic', (question) => ({ ...question, answers: { ...question.answers, yes: 'stop' } })),
    'questions.8.followUp.when',
    /already stop|whatever/,
  ],
  [
    'a word that says yes and no',
    changed('age', (question) => ({ ...question, says: { yes: ['x'], no: ['x'] } })),
    'questions.0.says.no.0',
    /keep one/,
  ],
  [
    'a question nobody can pass',
    changed('age', (question) => ({
      ...question,
      answers: { yes: 'stop', no: 'caution', unsure: 'stop' },
      reason: { yes: 'x', no: 'x', unsure: 'x' },
    })),
    'questions.0.answers',
    /nothing found/,
  ],
  [
    'a limit above the number of questions',
    { ...rules, limits: { ...rules.limits, unsure: 11 } },
    'limits.unsure',
    /never reached/,
  ],
  [
    'no answer that stops',
    {
      ...rules,
      questions: rules.questions.slice(4, 5),
      limits: { ...rules.limits, unsure: 1 },
    },
    'outcomes.stop',
    /never said/,
  ],
  [
    'no answer that cautions',
    {
      ...rules,
      questions: [{ ...rules.questions[1]! }],
      limits: { ...rules.limits, unsure: 1 },
    },
    'outcomes.talkFirst',
    /never said/,
  ],
];

test('the shipped rules hold together', () => {
  expect(checkEligibilityRules(rules)).toEqual([]);
});

test.each(FAULTY)('%s is named', (_name, faulty, path, tip) => {
  const faults = checkEligibilityRules(faulty);
  expect(faults.map((fault) => fault.path.join('.'))).toEqual([path]);
  expect(faults[0]?.tip).toMatch(tip);
});

test('the schema refuses rules that do not hold together, with the path of each fault', () => {
  const [, faulty] = FAULTY[0]!;
  const { error } = eligibilitySchema.safeParse(faulty);
  expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['questions.10.id']);
});
