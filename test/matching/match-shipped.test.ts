import fc from 'fast-check';
import {
  measureFollowUps,
  measureInScope,
  measureOutOfScope,
  measureTwoQuestions,
} from '../../bench/lib/measure-matching';
import { loadQuestionFiles } from '../../bench/lib/question-files';
import { matchedIds } from '../../src/matching/matched-topics';
import { loadRooms } from '../helpers/rooms';

const { matcher } = loadRooms();
const questions = loadQuestionFiles('development');
const share = (part: number, whole: number): number => part / whole;

describe('the matcher on the shipped knowledge', () => {
  const inScope = measureInScope(matcher, questions.inScope);

  it('finds the right topic first in 95 of 100 questions', () => {
    expect(share(inScope.filter(({ first }) => first).length, inScope.length)).toBeGreaterThanOrEqual(0.95);
  });

  it('is wrongly sure in at most 2 of 100 questions', () => {
    expect(share(inScope.filter(({ wronglySure }) => wronglySure).length, inScope.length)).toBeLessThanOrEqual(0.02);
  });

  it('answers at most 2 of 100 sentences that are out of scope', () => {
    const answered = measureOutOfScope(matcher, questions.outOfScope).filter(({ match }) => match.kind === 'sure');
    expect(share(answered.length, questions.outOfScope.length)).toBeLessThanOrEqual(0.02);
  });

  it('answers both of two questions in 17 of 20 messages, and few single ones get a second answer', () => {
    const two = measureTwoQuestions(matcher, questions.twoQuestions);
    expect(share(two.answered.length, two.pairs.length)).toBeGreaterThanOrEqual(0.85);
    expect(share(two.cut.length, two.singles.length)).toBeLessThanOrEqual(0.1);
    const cut = inScope.filter(({ match }) => match.kind === 'sure' && match.topics.length > 1);
    expect(share(cut.length, inScope.length)).toBeLessThanOrEqual(0.05);
  });

  it('reads follow-ups with the conversation', () => {
    const { asked, among } = measureFollowUps(matcher, questions.followUps);
    expect(share(among.length, asked.length)).toBeGreaterThanOrEqual(0.95);
  });

  it('answers any text, the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(matcher.match(text)).toEqual(matcher.match(text));
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['nothing', ''],
    ['100 kB of one letter', 'ا'.repeat(100_000)],
    ['100 kB of questions', 'كم السعر؟ '.repeat(10_000)],
  ])('gives a match for %s', (_name, text) => {
    expect(['sure', 'unsure', 'unknown']).toContain(matcher.match(text).kind);
  });

  it.each([
    ['an aftercare question with no area offers both', 'وش الممنوعات بعد الجلسه', ['aftercare-face', 'aftercare-hair']],
  ])('%s', (_name, text, topics) => {
    const match = matcher.match(text);
    expect(matchedIds(match)).toEqual(expect.arrayContaining([...topics]));
  });

  it.each([
    ['the article apart', 'kam el se3r', 'price'],
    ['where, in Lebanon', 'wen el 3iyade', 'clinic-location'],
    ['2 for a qaf', 'shu lfar2 bayna w bayn el filler', 'prp-vs-filler-botox'],
    ['the Maghreb', 'ch7al taman dyal lplasma', 'price'],
  ])('Latin letters: %s', (_name, text, topic) => {
    expect(matchedIds(matcher.match(text))[0]).toBe(topic);
  });

  it.each([
    ['a topic without an area keeps its topic', 'price', 'hair', 'وللشعر؟', 'price'],
    ['a face topic moves to hair', 'face-benefits', 'face', 'وللشعر؟', 'hair-loss-benefit'],
  ] as const)('"and for the hair?": %s', (_name, topic, area, text, expected) => {
    const match = matcher.match(text, { topic, area });
    expect(match).toMatchObject({ kind: 'sure', area: 'hair', topics: [{ topic: expected }] });
  });
});
