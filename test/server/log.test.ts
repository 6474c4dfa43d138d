import { Writable } from 'node:stream';
import { createLog } from '../../src/server/create-log';
import { StorageUnavailableError } from '../../src/bot/ports/storage-unavailable-error';

/** A log whose lines can be read. */
function open() {
  const lines: Record<string, unknown>[] = [];
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(JSON.parse(chunk.toString()) as Record<string, unknown>);
      done();
    },
  });
  return { log: createLog({ level: 'info', destination }), lines };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

class OutOfPaper extends Error {}

test.each<[string, unknown, object]>([
  [
    'the fault and the code of the database',
    new StorageUnavailableError('full', 'SQLITE_FULL'),
    { fault: 'full', code: 'SQLITE_FULL' },
  ],
  [
    'the number of a system error',
    Object.assign(new Error('x'), { code: 'EACCES', errno: -13 }),
    { code: 'EACCES', errno: -13 },
  ],
  ['the class of an error without a name', new OutOfPaper('سر'), { type: 'OutOfPaper' }],
  ['what caused it', new Error('x', { cause: new TypeError('y') }), { cause: { type: 'TypeError' } }],
  ['the number of Microsoft', new Error('AADSTS700016: secret words'), { signIn: 'AADSTS700016' }],
])('a line names %s, and no message', (_name, err, told) => {
  const { log, lines } = open();
  log.error({ err }, 'it failed');
  expect(lines[0]).toMatchObject({ err: told });
  expect(JSON.stringify(lines[0])).not.toMatch(/سر|secret words/);
});

test('trouble of one kind is written once a minute, then with how often it happened; other kinds are not held back', () => {
  const { log, lines } = open();
  const fail = (): void => log.error({ err: new StorageUnavailableError('full', 'SQLITE_FULL') }, 'a turn failed');
  for (let turn = 0; turn < 100; turn += 1) fail();
  log.error({ err: new TypeError('x') }, 'a turn failed');
  log.info('all is well');
  log.info('all is well');
  expect(lines).toHaveLength(4);
  jest.advanceTimersByTime(60_000);
  expect(lines.at(-1)).toMatchObject({ msg: 'a turn failed', times: 99 });
  jest.advanceTimersByTime(60_000);
  expect(lines).toHaveLength(5);
  fail();
  expect(lines).toHaveLength(6);
});
