import { createEffects } from '../../../src/channels/staff/content/effects';
import { type Gauge, isHalted, tellShare } from '../../../src/staff/content/gauge';
import type { Effect } from '../../../src/staff/effect/effect';

const NOTHING: Effect = {
  conflicts: [],
  phrasings: { all: 0, changed: [] },
  saved: {
    before: { all: 0, right: 0, offered: 0, wrong: 0 },
    after: { all: 0, right: 0, offered: 0, wrong: 0 },
    changed: [],
  },
  waiting: { all: 0, changed: [] },
};

const written = (answer: string, topic = 'pain') => ({ key: `topic:${topic}`, value: { answer } });

/** Effects over a thread that takes an hour for each; what it was asked for, and what of that nobody wants any more. */
function open() {
  const asked: { readonly answer: string; readonly gauge: Gauge | undefined; done(): void }[] = [];
  const reported: unknown[] = [];
  const effects = createEffects(
    {
      saved: () => Promise.resolve([]),
      waiting: () => Promise.resolve([]),
      store: { items: () => Promise.resolve([]), latest: () => Promise.resolve(1) },
      workshop: {
        effect: ({ draft }, gauge) =>
          new Promise((resolve, reject) => {
            setInterval(() => gauge && isHalted(gauge) && reject(new Error('halted')), 50);
            const [value] = [...draft.values()] as { readonly answer: string }[];
            asked.push({ answer: value?.answer ?? '', gauge, done: () => resolve(NOTHING) });
          }),
      },
    },
    (error) => reported.push(error),
  );
  const answers = (): string[] =>
    asked.map(({ answer, gauge }) => (gauge && isHalted(gauge) ? `${answer}, halted` : answer));
  return { effects, asked, answers, reported };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const wait = (seconds: number): Promise<void> => jest.advanceTimersByTimeAsync(seconds * 1000);

it('what is saved as it was foreseen is measured once, and is there at once', async () => {
  const { effects, asked, answers } = open();
  effects.foresee(written('short'));
  await wait(2);
  asked[0]?.done();
  await wait(1);
  expect(await effects.ask(written('short'))).toBe(NOTHING);
  expect(answers()).toEqual(['short']);
});

it('while somebody types the newest alone is measured', async () => {
  const { effects, answers, reported } = open();
  for (const answer of ['a', 'ab']) effects.foresee(written(answer));
  await wait(2);
  effects.foresee(written('abc'));
  await wait(2);
  expect(answers()).toEqual(['ab, halted', 'abc']);
  expect(reported).toEqual([]);
});

it('what somebody waits for goes before what nobody does yet, and is not halted by it', async () => {
  const { effects, answers } = open();
  effects.foresee(written('foreseen'));
  await wait(2);
  const asking = effects.ask(written('saved', 'price'));
  await wait(1);
  effects.foresee(written('foreseen later'));
  await wait(2);
  expect(await asking).toBeUndefined();
  expect(answers()).toEqual(['foreseen, halted', 'saved']);
});

it('a foreseen one that somebody waits for by now stays', async () => {
  const { effects, answers } = open();
  effects.foresee(written('saved'));
  await wait(2);
  const asking = effects.ask(written('saved'));
  await wait(1);
  await asking;
  effects.standAside();
  effects.foresee(written('other', 'price'));
  await wait(2);
  expect(answers()).toEqual(['saved']);
});

it('whoever waits sees how far it has come', async () => {
  const { effects, asked } = open();
  const asking = effects.ask(written('saved'));
  await wait(1);
  expect(await asking).toBeUndefined();
  expect(await effects.share(written('saved'))).toBe(0);
  const [one] = asked;
  if (one?.gauge === undefined) throw new Error('nothing was asked for');
  tellShare(one.gauge, 0.25);
  expect(await effects.share(written('saved'))).toBe(0.25);
});
