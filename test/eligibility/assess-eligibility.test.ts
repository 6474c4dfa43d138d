import type { Given } from '../../src/eligibility/answer';
import { assessEligibility } from '../../src/eligibility/assess-eligibility';
import { createAnswerReader } from '../../src/eligibility/read-answer';
import { loadCheckContent } from './check-content';

const { rules, vocabulary } = loadCheckContent();
const ANSWERS = ['yes', 'no', 'unsure'] as const;
type Three = (typeof ANSWERS)[number];

/** What facts section 4 prescribes, written out by hand: question, yes, not sure, no. */
const PRESCRIBED: readonly (readonly [string, string, string, string])[] = [
  ['age', 'stop', 'caution', 'ok'],
  ['pregnancy', 'stop', 'stop', 'ok'],
  ['blood', 'stop', 'caution', 'ok'],
  ['blood-thinner', 'stop', 'caution', 'ok'],
  ['painkillers', 'caution', 'caution', 'ok'],
  ['infection', 'stop', 'caution', 'ok'],
  ['cancer', 'stop', 'caution', 'ok'],
  ['liver', 'caution', 'caution', 'ok'],
  ['chronic', 'caution', 'caution', 'ok'],
  ['skin-reactions', 'caution', 'caution', 'ok'],
];

const followUps = rules.questions.flatMap(({ followUp }) => followUp ?? []);

/** The best answer to every follow-up, so that only the questions themselves decide. */
const settled: Given[] = followUps.map(({ id, answers }) => ({
  item: id,
  answer: ANSWERS.find((answer) => answers[answer] === 'ok')!,
}));

/** Every way to answer all questions, with the follow-ups settled. */
function* combinations(): Generator<Three[]> {
  for (let nth = 0; nth < 3 ** rules.questions.length; nth += 1) {
    yield rules.questions.map((_, at) => ANSWERS[Math.floor(nth / 3 ** at) % 3]!);
  }
}

function givenOf(answers: readonly Three[]): Given[] {
  return [...answers.map((answer, at) => ({ item: rules.questions[at]!.id, answer })), ...settled];
}

const allNo: Given[] = rules.questions.map(({ id }) => ({ item: id, answer: 'no' }));

function withAnswers(...changed: Given[]): Given[] {
  return [...allNo.filter(({ item }) => !changed.some((each) => each.item === item)), ...changed];
}

describe('the rules', () => {
  test.each(PRESCRIBED)('of %s are the prescribed ones', (id, yes, unsure, no) => {
    expect(rules.questions.find((question) => question.id === id)?.answers).toEqual({ yes, unsure, no });
  });

  test('know no question without a prescribed rule', () => {
    expect(rules.questions.map(({ id }) => id)).toEqual(PRESCRIBED.map(([id]) => id));
  });

  test('of the follow-ups: a liver that fails, and an illness out of control, or perhaps so, stop', () => {
    expect(followUps.map(({ id, when, answers }) => ({ id, when, answers }))).toEqual([
      { id: 'liver-advanced', when: 'yes', answers: { yes: 'stop', no: 'ok', unsure: 'caution' } },
      { id: 'chronic-controlled', when: 'yes', answers: { yes: 'ok', no: 'stop', unsure: 'stop' } },
    ]);
  });
});

test('every combination: any stop stops, else any caution or three not sure talk first, else nothing was found', () => {
  const wrong: string[] = [];
  const seen = { 'nothing-found': 0, 'talk-first': 0, stop: 0 };
  for (const answers of combinations()) {
    const verdicts = answers.map((answer, at) => rules.questions[at]!.answers[answer]);
    const unsure = answers.filter((answer) => answer === 'unsure').length;
    const serious = verdicts.includes('caution') || unsure >= 3;
    const expected = verdicts.includes('stop') ? 'stop' : serious ? 'talk-first' : 'nothing-found';
    const { kind, findings } = assessEligibility(givenOf(answers), rules);
    const named = verdicts.filter((verdict) => verdict !== 'ok').length;
    if (kind !== expected || findings.length !== named) wrong.push(answers.join(' '));
    seen[kind] += 1;
  }
  expect(wrong).toEqual([]);
  // Without a stop: six questions leave two answers, the three that only caution leave three, pregnancy leaves one.
  expect(seen).toEqual({ 'nothing-found': 1, 'talk-first': 2 ** 5 * 3 ** 4 - 1, stop: 3 ** 10 - 2 ** 5 * 3 ** 4 });
});

describe('not sure', () => {
  const lenient = {
    ...rules,
    questions: rules.questions.map((question) => ({
      ...question,
      answers: { ...question.answers, unsure: 'ok' as const },
    })),
  };
  const ids = rules.questions.map(({ id }) => id);
  const unsureAbout = (count: number, answer: 'unsure' | 'skipped') =>
    withAnswers(...ids.slice(0, count).map((item) => ({ item, answer })));

  test.each([
    ['two not sure', 2, 'unsure', 'nothing-found'],
    ['three not sure', 3, 'unsure', 'talk-first'],
    ['two skipped', 2, 'skipped', 'nothing-found'],
    ['three skipped', 3, 'skipped', 'talk-first'],
  ] as const)('%s, where a single one would not matter', (_name, count, answer, kind) => {
    expect(assessEligibility(unsureAbout(count, answer), lenient).kind).toBe(kind);
  });

  test('a question without an answer counts as not sure, never as no', () => {
    expect(assessEligibility([], rules)).toMatchObject({ kind: 'stop', manyUnsure: true });
  });

  test('a follow-up that was never answered counts as not sure', () => {
    expect(assessEligibility(withAnswers({ item: 'chronic', answer: 'yes' }), rules).kind).toBe('stop');
  });

  test('a follow-up whose question was changed to no is not heard', () => {
    const changed = withAnswers({ item: 'chronic', answer: 'no' }, { item: 'chronic-controlled', answer: 'no' });
    expect(assessEligibility(changed, rules).kind).toBe('nothing-found');
  });
});

describe('the source article', () => {
  const read = createAnswerReader({ rules, vocabulary });

  /** Its contraindications (40–42) and medicines (43–45), as a patient would tell them. */
  const TOLD: readonly (readonly [name: string, fact: number, question: string, text: string])[] = [
    ['low platelets', 40, 'blood', 'عندي نقص في الصفائح'],
    ['a chronic disease out of control', 41, 'chronic', 'عندي سكري بس مو مضبوط'],
    ['a chronic disease under control', 41, 'chronic', 'عندي سكري بس مضبوط'],
    ['liver disease', 42, 'liver', 'عندي تليف بالكبد'],
    ['a medicine that affects platelets', 43, 'blood-thinner', 'آخذ بلافيكس'],
    ['a joint medicine', 44, 'painkillers', 'أخذت دواء مفاصل'],
    ['aspirin from the doctor', 45, 'blood-thinner', 'اسبرين كل يوم'],
    ['aspirin of one’s own', 45, 'painkillers', 'اخذت اسبرين'],
  ];

  test.each(TOLD)('%s (article %i) leads to an outcome', (_name, fact, id, text) => {
    const item = rules.questions.find((question) => question.id === id)!;
    const reading = read(text, { kind: 'item', item, buttons: 4 }, 2026);
    if (reading.kind !== 'answer') throw new Error(`not read: ${reading.kind}`);
    const told: Given[] = [{ item: id, answer: reading.answer }];
    if (item.followUp && reading.followUp) told.push({ item: item.followUp.id, answer: reading.followUp });
    const { kind, findings } = assessEligibility(withAnswers(...told), rules);
    expect(kind).not.toBe('nothing-found');
    expect(findings.map((finding) => finding.item.id)).toContain(id);
    expect(item.article).toContain(fact);
  });

  test('none of its warnings is left out', () => {
    const carried = new Set(rules.questions.flatMap(({ article }) => article));
    expect([40, 41, 42, 43, 44, 45].filter((fact) => !carried.has(fact))).toEqual([]);
  });
});
