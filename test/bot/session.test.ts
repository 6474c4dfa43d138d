import { recallSession, rememberTopic } from '../../src/bot/memory/session';

const MINUTE = 60_000;
const NOW = 1_000 * MINUTE;
const kept = (minutesAgo: number) => ({ at: NOW - minutesAgo * MINUTE, about: { topic: 'price' } });
const recall = (minutesAgo: number) => recallSession(kept(minutesAgo), NOW, { minutes: 30 }).about;

describe('recallSession', () => {
  it.each([
    ['a moment ago', 0, { topic: 'price' }],
    ['29 minutes ago', 29, { topic: 'price' }],
    ['30 minutes ago', 30, undefined],
    ['a day ago', 1440, undefined],
    ['in the future, after the clock was set back', -5, undefined],
  ])('remembers what was said %s as it should', (_name, minutesAgo, expected) => {
    expect(recall(minutesAgo)).toEqual(expected);
  });

  it('begins with nothing', () => {
    expect(recallSession(undefined, NOW, { minutes: 30 })).toEqual({ at: NOW });
  });
});

describe('rememberTopic', () => {
  it.each([
    [
      'keeps the area when none is named',
      { topic: 'price', area: 'hair' as const },
      undefined,
      { topic: 'x', area: 'hair' },
    ],
    ['takes the area named', { topic: 'price', area: 'hair' as const }, 'face' as const, { topic: 'x', area: 'face' }],
    ['knows no area', { topic: 'price' }, undefined, { topic: 'x' }],
  ])('%s', (_name, about, area, expected) => {
    expect(rememberTopic({ at: NOW, about }, 'x', area)).toEqual(expected);
  });
});
