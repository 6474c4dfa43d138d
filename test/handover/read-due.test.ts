import { HANDOVER_LIMITS } from '../../src/handover/limits';
import { readDue } from '../../src/handover/read-due';
import type { Talk } from '../../src/handover/talk';

const NOW = 1_800_000_000_000;
const ago = (minutes: number): number => NOW - minutes * 60_000;

const waiting = (minutes: number, told?: Talk['told']): Talk => ({
  id: '1',
  place: { channelId: 'directline', conversationId: 'c', userId: 'u' },
  state: 'waiting',
  topic: undefined,
  owner: undefined,
  urgent: false,
  requestedAt: ago(minutes),
  takenAt: undefined,
  answeredAt: undefined,
  patientAt: ago(minutes),
  staffAt: undefined,
  told,
  endedAt: undefined,
  ending: undefined,
});
const taken = (patient: number, staff: number, told?: Talk['told']): Talk => ({
  ...waiting(60, told),
  state: 'taken',
  owner: { id: 's', name: 'سارة' },
  takenAt: ago(59),
  patientAt: ago(patient),
  staffAt: ago(staff),
});

describe('what time calls for', () => {
  it.each<[string, Talk, number | undefined, ReturnType<typeof readDue>]>([
    ['a fresh request', waiting(1), undefined, undefined],
    ['nobody for two minutes', waiting(2), undefined, 'remind'],
    ['which is said once', waiting(3, 'still-waiting'), undefined, undefined],
    ['nobody for ten minutes', waiting(10, 'still-waiting'), undefined, 'nobody-came'],
    ['a talk that goes on', taken(1, 2), 0, undefined],
    ['an answer is owed by somebody who is there', taken(4, 5), 0, undefined],
    ['an answer is owed by somebody who has left', taken(4, 5), 2, 'free'],
    ['nothing is owed by somebody who has left', taken(6, 5), 30, undefined],
    ['silence of a quarter of an hour', taken(16, 15), 0, 'ask-silence'],
    ['which is asked once', taken(20, 19, 'silence'), 0, undefined],
    ['silence of half an hour', taken(31, 30, 'silence'), 0, 'end-silence'],
    ['an ended talk', { ...taken(60, 60), state: 'ended' }, undefined, undefined],
  ])('%s', (_name, talk, seenMinutesAgo, due) => {
    const ownerSeenAt = seenMinutesAgo === undefined ? undefined : ago(seenMinutesAgo);
    expect(readDue(talk, { now: NOW, ownerSeenAt }, HANDOVER_LIMITS)).toBe(due);
  });
});
