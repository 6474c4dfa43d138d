import { heedTold } from '../../src/bot/understand/heed-told';
import type { FactsRead } from '../../src/reading/facts/fact';
import { loadShipped } from '../helpers/load-shipped';

const { facts } = loadShipped();
const told = (...ids: string[]): FactsRead => ({ told: ids.map((id) => ({ id })) }) as unknown as FactsRead;
const sure = (...topics: string[]) => ({
  kind: 'sure' as const,
  score: 0.8,
  topics: topics.map((topic) => ({ topic, score: 0.8 })),
});
const ids = (match: ReturnType<typeof heedTold>): string[] =>
  'topics' in match ? match.topics.map(({ topic }) => topic) : [];

describe('what is asked, seen with what is told', () => {
  it('answers a condition somebody has before what else is asked', () => {
    const match = heedTold(sure('pain-numbing', 'blood-disorder'), told('blood-disorder'), facts);
    expect([match.kind, ...ids(match)]).toEqual(['sure', 'blood-disorder', 'pain-numbing']);
  });

  it('only offers an answer about something else that is not plainly meant, the condition first', () => {
    const match = heedTold(sure('skin-freshness'), told('blood-disorder'), facts);
    expect([match.kind, ...ids(match)]).toEqual(['unsure', 'blood-disorder', 'skin-freshness']);
  });

  it('leaves an answer that is plainly meant', () => {
    const match = { ...sure('price'), score: 0.95 };
    expect(heedTold(match, told('blood-disorder'), facts)).toEqual(match);
  });

  it('leaves everything where no condition is told', () => {
    expect(heedTold(sure('price'), told(), facts)).toEqual(sure('price'));
    expect(heedTold(sure('price'), told('adult'), facts)).toEqual(sure('price'));
    expect(heedTold({ kind: 'unknown', score: 0.1 }, told('diabetes'), facts).kind).toBe('unknown');
  });
});
