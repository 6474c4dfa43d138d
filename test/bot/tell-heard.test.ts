import { hearing } from '../../src/bot/understand/tell-heard';
import type { Reply } from '../../src/bot/reply/reply';
import type { Reading } from '../../src/reading/reading';

const reply = (kind: Reply['kind'], topics: readonly string[] = []): Reply => ({
  kind,
  text: 'ج',
  choices: [],
  topics,
  score: 0.8,
});
const reading = { facts: { told: [{ id: 'diabetes' }] } } as unknown as Reading;

describe('what a reply tells of the message', () => {
  it('lists what was told where the check begins', () => {
    expect(hearing(reply('eligibility'), 'س', reading).heard).toEqual({ questions: [], facts: [{ id: 'diabetes' }] });
  });

  it('takes the whole message for the question of what it answers or offers', () => {
    const questions = [{ text: 'س', topics: ['price'], score: 0.8 }];
    expect(hearing(reply('answer', ['price']), 'س', undefined).heard).toEqual({ questions, facts: [] });
    expect(hearing(reply('suggest', ['price']), 'س', reading).heard?.questions).toEqual(questions);
  });

  it('asks nothing where nothing is answered', () => {
    expect(hearing(reply('urgent', ['x']), 'س', reading).heard).toEqual({ questions: [], facts: [{ id: 'diabetes' }] });
  });

  it('keeps what the reply itself tells', () => {
    const heard = { questions: [{ text: 'ك', topics: ['price'], score: 0.9 }], facts: [] };
    expect(hearing({ ...reply('answer', ['price']), heard }, 'س', reading).heard).toEqual(heard);
  });
});
