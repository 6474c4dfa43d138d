import { converse, startConnector } from '../helpers/connector';
import { type PostgresServer, startPostgres } from '../helpers/postgres';
import { type KillCount, runKillRounds } from './kill-rounds';
import { openClinic, talksIn } from './open-clinic';

jest.setTimeout(300_000);

/** `npm run bench:kills` runs as many rounds as are asked for. */
describe('SIGKILL in the middle of a talk loses and doubles no message in either direction', () => {
  const expectAll = ({ sent, byStaff, byPatient }: KillCount): void => {
    expect(byStaff).toEqual(sent);
    expect(byPatient).toEqual(sent);
  };

  it('of one program over SQLite', async () => {
    expectAll(await runKillRounds({ rounds: 3, each: 4, database: undefined }));
  });

  describe('of either of two programs over PostgreSQL', () => {
    let postgres: PostgresServer;
    beforeAll(async () => {
      postgres = await startPostgres();
    });
    afterAll(() => postgres.stop());

    it('while the other goes on', async () => {
      expectAll(await runKillRounds({ rounds: 4, each: 3, database: await postgres.createDatabase() }));
    });
  });
});

describe('a patient of another channel', () => {
  it('is answered where the conversation is, also through a channel that is overloaded', async () => {
    const clinic = await openClinic();
    const connector = await startConnector();
    const { sara } = clinic;
    await sara.get('/staff/inbox');
    await sara.post('/staff/inbox/available', { on: 'yes' });
    const patient = converse(clinic.server.url, connector);
    await patient.say('أريد موظف');
    await patient.say('نعم، حوّلني إلى موظف');
    const [path = ''] = await talksIn(sara, 'waiting');
    await sara.get(path);
    await sara.post(`${path}/take`);
    const before = (await connector.messages(3)).length;
    connector.answer({ status: 429, retryAfter: '0' }, { status: 503 });
    await sara.post(`${path}/answer`, { key: '1', text: 'تفضل' });
    await patient.say('شكرًا، كم السعر؟');
    const heard = await connector.messages(before + 1);
    expect(heard.map(({ text }) => text?.replace(/\u200f/g, '')).slice(before)).toEqual([
      'سارة، من موظفي العيادة:\nتفضل',
    ]);
    expect(heard.at(-1)).toMatchObject({ conversation: { id: patient.id }, recipient: { id: `user-${patient.id}` } });
    expect((await sara.get(path)).text).toContain('شكرًا، كم السعر؟');
    await clinic.close();
    await connector.close();
  });
});
