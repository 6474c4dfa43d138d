import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkKnowledge } from '../../src/knowledge/check-knowledge';
import { createTexts } from '../../src/knowledge/create-texts';
import { loadShipped } from '../helpers/load-shipped';
import { ARTICLE_FACTS } from '../../src/knowledge/schema/faq';
import { normalize } from '../../src/text/normalize';

const knowledge = loadShipped();
const [, ...promised] = readFileSync(join(__dirname, 'topic-ids.tsv'), 'utf8').trim().split('\n');
const rows = promised.map((line) => line.split('\t'));
const texts = createTexts(knowledge);

describe('the shipped content', () => {
  it.each(rows)('has the topic %s in category %s', (id, category) => {
    expect(knowledge.topicById.get(id)?.category).toBe(category);
  });

  it('carries each of the 45 facts of the article', () => {
    const carried = new Set(knowledge.topics.flatMap((topic) => topic.article));
    const missing = Array.from({ length: ARTICLE_FACTS }, (_unused, at) => at + 1).filter((fact) => !carried.has(fact));
    expect(missing).toEqual([]);
  });

  it('claims no review: only a physician of the clinic that uses it can sign an answer', () => {
    expect(knowledge.topics.filter(({ reviewed }) => reviewed !== undefined)).toEqual([]);
    expect(texts.note(knowledge.topics.slice(0, 1))).toMatch(/لم يراجع طبيب العيادة هذا النص بعد$/);
  });

  it('gives a source for each fact an answer rests on', () => {
    const unfounded = knowledge.topics
      .flatMap(({ facts }) => facts)
      .filter((fact) => !(fact in knowledge.sources.facts));
    expect(unfounded).toEqual([]);
  });

  it('passes every check that needs no matcher: wordings, punctuation, lengths, twins', () => {
    expect(checkKnowledge(knowledge, { today: new Date() })).toEqual([]);
  });

  it('warns, wherever medicines are the subject, against stopping a prescribed one', () => {
    const ids = ['painkillers-before', 'prescribed-blood-thinner', 'painkillers-after'];
    const warnings = ['لا توقف من تلقاء نفسك دواءً وصفه لك طبيب', 'لا توقفي من تلقاء نفسك دواءً وصفه لك طبيب'].map(
      (text) => normalize(text),
    );
    const warns = (answer: string): boolean => warnings.some((warning) => normalize(answer).includes(warning));
    const silent = ids.filter((id) => !warns(knowledge.topicById.get(id)?.answer ?? ''));
    expect(silent).toEqual([]);
  });

  it('begins every urgent message with what to do', () => {
    const { emergency, selfHarm, sameDay } = knowledge.messages.urgent;
    expect(emergency.split('\n')[0]).toBe('اطلب الإسعاف أو توجّه إلى أقرب طوارئ الآن.');
    expect(selfHarm.split('\n')[0]).toMatch(/^اطلب الإسعاف أو توجّه إلى أقرب طوارئ الآن/);
    expect(sameDay.split('\n')[0]).toMatch(/^اتصل بالعيادة أو بطبيبك اليوم/);
  });

  it('leaves no placeholder in any answer', () => {
    const left = knowledge.topics.flatMap((topic) =>
      ([undefined, 'face', 'hair'] as const)
        .map((area) => texts.answer(topic, area))
        .filter((text) => /[{}]/.test(text)),
    );
    expect(left).toEqual([]);
  });

  it('is a clinic that says it is an example', () => {
    expect(knowledge.clinic.example).toBe(true);
  });
});
