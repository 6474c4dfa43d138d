import type { Reply } from '../../../src/bot/reply/reply';
import { toJsonLine } from '../../../src/cli/terminal/json-line';

const reply = (kind: Reply['kind'], text: string, topics: string[] = [], score = 1): Reply => ({
  kind,
  text,
  topics,
  score,
  choices: [],
  note: 'the source',
});

const NOTHING_HEARD = { questions: [], facts: [] };

describe('toJsonLine', () => {
  it('tells one reply, without its note, the score to four digits', () => {
    expect(JSON.stringify(toJsonLine('س', [reply('answer', 'ج', ['price'], 0.123456)]))).toBe(
      '{"question":"س","kind":"answer","topics":["price"],"score":0.1235,"answer":"ج","questions":[],"facts":[]}',
    );
  });

  it('tells several replies as one, under the first kind', () => {
    const line = toJsonLine('س', [reply('answer', 'جواب', ['price'], 0.9), reply('eligibility', 'السؤال ١')]);
    expect(line).toEqual({
      question: 'س',
      kind: 'answer',
      topics: ['price'],
      score: 0.9,
      answer: 'جواب\n\nالسؤال ١',
      ...NOTHING_HEARD,
    });
  });

  it('tells silence as unknown', () => {
    expect(toJsonLine('س', [])).toEqual({
      question: 'س',
      kind: 'unknown',
      topics: [],
      score: 0,
      answer: '',
      ...NOTHING_HEARD,
    });
  });
});
