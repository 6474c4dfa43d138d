import { HANDOVER_LIMITS } from '../../src/handover/limits';
import { readDue } from '../../src/handover/read-due';
import { createSteadyTimes } from '../../src/handover/steady-times';
import type { Talk } from '../../src/handover/talk';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOON = 1_800_000_000_000;

/** A program whose clock of the day can be set, and what it finds due in a talk. */
function createProgram() {
  let [day, elapsed] = [NOON, 5_000];
  const times = createSteadyTimes({ now: () => day, elapsed: () => elapsed });
  return {
    now: () => day,
    pass: (milliseconds: number) => {
      day += milliseconds;
      elapsed += milliseconds;
    },
    set: (milliseconds: number) => {
      day += milliseconds;
    },
    due: (talk: Talk, ownerSeenAt?: number) => {
      const read = times.read(talk, ownerSeenAt);
      return readDue(read.talk, read.moment, HANDOVER_LIMITS);
    },
    keep: (open: readonly Talk[]) => times.keep(open),
  };
}

const waiting: Talk = {
  id: '1',
  place: { channelId: 'directline', conversationId: 'c', userId: 'u' },
  state: 'waiting',
  topic: undefined,
  owner: undefined,
  urgent: false,
  requestedAt: NOON,
  takenAt: undefined,
  answeredAt: undefined,
  patientAt: NOON,
  staffAt: undefined,
  told: undefined,
  endedAt: undefined,
  ending: undefined,
};
const taken: Talk = { ...waiting, state: 'taken', owner: { id: 's', name: 'سارة' }, takenAt: NOON, staffAt: NOON };

test.each([6 * HOUR, -6 * HOUR])(
  'who waits is told after the minutes that pass, the clock being set by %i ms',
  (by) => {
    const program = createProgram();
    expect(program.due(waiting)).toBeUndefined();
    program.set(by);
    expect(program.due(waiting)).toBeUndefined();
    program.pass(2 * MINUTE);
    expect(program.due(waiting)).toBe('remind');
    program.pass(8 * MINUTE);
    expect(program.due({ ...waiting, told: 'still-waiting' })).toBe('nobody-came');
  },
);

test('an answer that is owed after the clock was set back is missed as ever', () => {
  const program = createProgram();
  const seen = NOON;
  expect(program.due(taken, seen)).toBeUndefined();
  program.set(-6 * HOUR);
  program.pass(1_000);
  const owed = { ...taken, patientAt: program.now() };
  expect(program.due(owed, seen)).toBeUndefined();
  program.pass(3 * MINUTE);
  expect(program.due(owed, seen)).toBe('free');
  expect(program.due(owed, program.now())).toBeUndefined();
});

test('a request from before a restart with the clock set back waits from the start, not for hours', () => {
  const program = createProgram();
  const ahead = { ...waiting, requestedAt: NOON + 6 * HOUR };
  expect(program.due(ahead)).toBeUndefined();
  program.pass(2 * MINUTE);
  expect(program.due(ahead)).toBe('remind');
});

test('a restart takes nothing from how long somebody has waited', () => {
  expect(createProgram().due({ ...waiting, requestedAt: NOON - 11 * MINUTE })).toBe('nobody-came');
});

test('what is over is forgotten', () => {
  const program = createProgram();
  expect(program.due(waiting)).toBeUndefined();
  program.keep([]);
  program.set(6 * HOUR);
  expect(program.due(waiting)).toBe('nobody-came');
});
