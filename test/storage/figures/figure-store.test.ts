import { createTally } from '../../../src/program/chat/create-tally';
import { createFigureStore } from '../../../src/storage/figures/create-figure-store';
import { describeEachDatabase } from '../../helpers/databases';

describeEachDatabase((engine) => {
  it('two instances add to the same counts', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const stores = [await engine.open(), await engine.open()].map((database) => createFigureStore({ database }));
    const tallies = stores.map((figures) =>
      createTally({ figures, today: () => today, revisionOf: () => 3, onFailure: () => undefined }),
    );
    for (const tally of tallies) {
      tally.began();
      tally.answered([{ kind: 'answer', topics: ['pain', 'price'] }], ['taken', 'check-begun']);
      tally.answered([{ kind: 'urgent', topics: [] }], []);
    }
    await Promise.all(tallies.map((tally) => tally.stop()));
    const kept = await stores[0]?.list('');
    expect(kept?.map(({ subject, revision, count }) => [subject, revision, count]).sort()).toEqual([
      ['answer', 0, 2],
      ['began', 0, 2],
      ['check-begun', 0, 2],
      ['taken', 0, 2],
      ['topic:pain', 3, 2],
      ['topic:price', 3, 2],
      ['urgent', 0, 2],
    ]);
  });

  it('what is older than a year and a month goes', async () => {
    const figures = createFigureStore({ database: await engine.open() });
    await figures.add([{ day: '2020-01-01', subject: 'answer', revision: 0, count: 9 }]);
    expect(await figures.list('2019-01-01')).toEqual([]);
  });

  it('counts that could not be written are written with the next', async () => {
    const database = await engine.open();
    const store = createFigureStore({ database });
    let isDown = true;
    const figures = {
      add: (some: Parameters<typeof store.add>[0]) => (isDown ? Promise.reject(new Error('down')) : store.add(some)),
    };
    const faults: unknown[] = [];
    const today = new Date().toISOString().slice(0, 10);
    const tally = createTally({
      figures,
      today: () => today,
      revisionOf: () => 0,
      onFailure: (error) => faults.push(error),
    });
    tally.began();
    await tally.stop();
    isDown = false;
    tally.began();
    await tally.stop();
    expect([faults.length, await store.list(today)]).toEqual([
      1,
      [{ day: today, subject: 'began', revision: 0, count: 2 }],
    ]);
  });
});
