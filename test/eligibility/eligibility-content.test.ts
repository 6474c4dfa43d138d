import { normalize } from '../../src/text/normalize';
import { checkForbidden } from '../../src/knowledge/checks/check-forbidden';
import { loadYamlFile } from '../../src/knowledge/reading/load-yaml-file';
import { faqSchema, type Faq } from '../../src/knowledge/schema/faq';
import { forbiddenSchema, type Forbidden } from '../../src/knowledge/schema/forbidden';
import { sourcesSchema } from '../../src/knowledge/schema/sources';
import { loadCheckContent } from './check-content';

const { rules, messages, vocabulary } = loadCheckContent();
const items = rules.questions.flatMap((question) =>
  question.followUp === undefined ? [question] : [question, question.followUp],
);
const known = (phrases: readonly string[]) => new Set(phrases.map((phrase) => normalize(phrase)));

test('what the check says holds no forbidden wording', () => {
  const forbidden = loadYamlFile('knowledge', 'forbidden.yaml', forbiddenSchema).value as Forbidden;
  const said = {
    categories: [],
    messages: { eligibility: messages } as never,
    eligibility: rules,
    facts: { facts: [] } as never,
  };
  expect(checkForbidden({ ...said, clinic: { example: false }, forbidden })).toEqual([]);
});

test('what is sent after an outcome is a question of the FAQ', () => {
  const faq = ['clinic', 'preparation', 'warnings'].flatMap(
    (name) => (loadYamlFile('knowledge', `faq/${name}.yaml`, faqSchema).value as Faq).topics,
  );
  const questions = new Set(faq.map(({ question }) => question));
  const sent = Object.values(rules.outcomes).flatMap(({ next }) => next.map(({ send }) => send));
  expect(sent.filter((text) => !questions.has(text))).toEqual([]);
});

test('every outcome offers a consultation; only the one that stops offers no preparation', () => {
  const offers = Object.entries(rules.outcomes).map(([outcome, { next }]) => [outcome, next.map(({ title }) => title)]);
  expect(Object.fromEntries(offers)).toMatchObject({
    nothingFound: ['حجز استشارة', 'الاستعداد قبل الجلسة'],
    talkFirst: ['حجز استشارة', 'الاستعداد قبل الجلسة'],
    stop: ['حجز استشارة', expect.not.stringContaining('الاستعداد')],
  });
});

test.each([
  ['a person', messages.buttons.person, known(vocabulary.commands.human)],
  ['beginning again', messages.buttons.again, known(vocabulary.wishes.eligibility)],
  ['showing the outcome', messages.buttons.show, known(rules.words.show)],
  ['consent', messages.buttons.agree, known(rules.words.agree)],
  ['yes', messages.buttons.yes, known(vocabulary.answers.yes)],
  ['no', messages.buttons.no, known(vocabulary.answers.no)],
  ['not sure', messages.buttons.unsure, known(vocabulary.answers.unsure)],
  ['why', messages.buttons.why, known(vocabulary.answers.why)],
  ['skipping', messages.buttons.skip, known(vocabulary.answers.skip)],
  ['does not apply', messages.buttons.notApplicable, known(rules.words.notApplicable)],
])('the button for %s also works typed', (_name, title, phrases) => {
  expect(phrases.has(normalize(title))).toBe(true);
});

test('every answer that leads to caution or stop says why, and the check never calls anybody eligible', () => {
  const texts = Object.values(rules.outcomes).map(({ text }) => text);
  expect(texts.join(' ')).not.toMatch(/مؤهل|✅|✔|آمنة|تناسبك/);
  expect(messages.outcome.medicines).toContain('لا توقف دواءً وُصف لك');
  expect(rules.outcomes.stop.text).not.toMatch(/أبدًا|ممنوع|لا تحجز/);
});

test('facts the questions rest on exist', () => {
  const { facts } = loadYamlFile('knowledge', 'sources.yaml', sourcesSchema).value as {
    facts: Record<string, unknown>;
  };
  const named = rules.questions.flatMap((question) => question.facts);
  expect(named.filter((fact) => !(fact in facts))).toEqual([]);
});

test('numbers are written with the digits of the answers', () => {
  const asked = [rules.symptoms, ...items].flatMap(({ question, easier, why }) => [question, easier, why]);
  const told = items.flatMap(({ reason, bring = {} }) => [...Object.values(reason), ...Object.values(bring)]);
  const outcomes = Object.values(rules.outcomes).map(({ text }) => text);
  const texts = [rules.consent.text, rules.consent.why, ...asked, ...told, rules.limits.reason, ...outcomes];
  expect(texts.filter((text) => /[\u0660-\u0669]/.test(text ?? ''))).toEqual([]);
});
