import { loadQuestionFiles } from '../../bench/lib/question-files';
import { loadKnowledge } from '../../src/knowledge/load-knowledge';
import { calmSentences } from '../../src/load-content';
import { createUrgentReader } from '../../src/safety/create-urgent-reader';

const knowledge = loadKnowledge('knowledge');
const readUrgent = createUrgentReader(knowledge.urgent, { calm: calmSentences(knowledge) });
const questions = loadQuestionFiles('development');
const raised = (texts: readonly { readonly text: string }[]): string[] =>
  texts.map(({ text }) => text).filter((text) => readUrgent(text) !== undefined);

describe('urgent signs: the release gate', () => {
  it('misses none of the urgent messages', () => {
    const urgent = questions.vignettes.filter(({ label }) => label !== 'normal');
    expect(urgent.length).toBeGreaterThanOrEqual(120);
    expect(urgent.filter(({ text }) => readUrgent(text) === undefined)).toEqual([]);
  });

  it('raises at most 4 of 100 calm messages', () => {
    const calm = questions.vignettes.filter(({ label }) => label === 'normal');
    expect(raised(calm).length).toBeLessThanOrEqual(0.04 * calm.length);
  });

  it.each([
    ['questions in scope', questions.inScope],
    ['sentences out of scope', questions.outOfScope],
    ['two questions in one message', questions.twoQuestions],
  ])('raises at most 1 of 100 %s', (_name, rows) => {
    expect(raised(rows).length).toBeLessThanOrEqual(0.01 * rows.length);
  });

  it.each(['', '؟', 'ا'.repeat(100_000), 'لا ينطبق علي', 'لا شيء من هذا', 'كلام طويل '.repeat(900)])(
    'lets %.20s pass',
    (text) => {
      expect(readUrgent(text)).toBeUndefined();
    },
  );
});
