import { type Ending, OUTCOMES } from '../../handover/ending';
import { HANDOVER_LIMITS } from '../../handover/limits';
import { type Due, readDue } from '../../handover/read-due';
import { createSteadyTimes } from '../../handover/steady-times';
import type { PatientPlace, Talk } from '../../handover/talk';
import { StateConflictError } from '../ports/state-conflict-error';
import type { Reply } from '../reply/reply';
import type { HandoverReplies, Speaker } from './compose-handover';
import type { FrontDesk } from './front-desk';
import type { Act, StaffDesk, Writing } from './staff-desk';

/** What the staff's side of talks is made of. */
export interface StaffDeskDependencies {
  readonly desk: Pick<FrontDesk, 'talks' | 'reception' | 'tell'>;
  /** What is said around a talk, as it is live now. */
  readonly replies: () => HandoverReplies;
  /** Runs work as a turn of the patient's conversation: what it writes and says is stored at once, or not at all. */
  readonly run: (place: PatientPlace, work: () => Promise<void>) => Promise<void>;
  /** Within such a turn: says something to the patient. `key`: the same is not said twice. */
  readonly speak: (place: PatientPlace, reply: Reply, key: string) => Promise<void>;
  /** Shows the patient for some seconds that somebody is writing. */
  readonly showWriting: (place: PatientPlace, by: Speaker) => Promise<void>;
  /** Takes note of ends, and of the milliseconds to the first answer. */
  readonly observe: { ended(ending: Ending): void; answered(milliseconds: number): void };
  /** Told of what fails in the background. */
  readonly onFailure: (error: unknown) => void;
  readonly now: () => number;
  /** Milliseconds that pass however the clock of `now` is set. */
  readonly elapsed: () => number;
}

/** Tries of an act that meets another one at the same moment. */
const MOST_TRIES = 4;

/** Creates it. */
export function createStaffDesk(dependencies: StaffDeskDependencies): StaffDesk {
  const { desk, replies, run, speak, showWriting, observe, onFailure, now, elapsed } = dependencies;
  const { talks, reception, tell } = desk;
  const times = createSteadyTimes({ now, elapsed });
  const dueOf = (read: Talk, seen: ReadonlyMap<string, number>): Due | undefined => {
    const { talk, moment } = times.read(read, seen.get(read.owner?.id ?? ''));
    return readDue(talk, moment, HANDOVER_LIMITS);
  };

  const act = async (id: string, decide: (talk: Talk) => Promise<Act>): Promise<Act> => {
    const found = await talks.find(id);
    if (found === undefined) return 'gone';
    if (found.state === 'ended') return 'ended';
    let became: Act = 'gone';
    const once = (): Promise<void> =>
      run(found.place, async () => {
        const talk = await talks.find(id);
        became = talk === undefined ? 'gone' : talk.state === 'ended' ? 'ended' : await decide(talk);
      });
    await throughConflicts(once);
    return became;
  };
  const ofOwner = (id: string, { id: by }: Speaker, work: (talk: Talk) => Promise<void>): Promise<Act> =>
    act(id, async (talk) => {
      if (talk.owner?.id !== by) return 'other';
      await work(talk);
      return 'done';
    });
  const write = async (talk: Talk, by: Speaker, { key, text }: Writing, author: 'staff' | 'note'): Promise<void> => {
    if (await talks.hasMessage(talk.id, key)) return;
    talks.change(talk, { messages: [{ key, author, name: by.name, text }] });
    if (author === 'staff') await speak(talk.place, replies().spoken(by, text), `${talk.id} ${key}`);
  };
  const end = async (talk: Talk, ending: Ending, reply: Reply): Promise<void> => {
    talks.change(talk, { move: { to: 'ended', ending } });
    if (!isOutcome(ending)) await tell?.(talk, { kind: 'left' });
    await speak(talk.place, reply, `${talk.id} ended`);
  };

  const doDue = async (talk: Talk, due: Due): Promise<void> => {
    const say = replies();
    const key = `${talk.id} ${due} ${Math.max(talk.requestedAt, talk.patientAt, talk.staffAt ?? 0)}`;
    switch (due) {
      case 'remind': {
        const { talk: waited, moment } = times.read(talk, undefined);
        talks.change(talk, { told: 'still-waiting' });
        return speak(talk.place, say.stillWaiting(waited, moment.now), key);
      }
      case 'nobody-came':
        return end(talk, 'nobody-came', say.nobodyCame());
      case 'ask-silence':
        talks.change(talk, { told: 'silence', messages: [{ key, author: 'event', text: 'silence' }] });
        return speak(talk.place, say.askSilence(), key);
      case 'end-silence':
        return end(talk, 'silence', say.endSilence());
      case 'free':
        talks.change(talk, { move: { to: 'waiting' }, messages: [{ key, author: 'event', text: 'freed' }] });
        await tell?.({ ...talk, owner: undefined }, { kind: 'freed' });
        return speak(talk.place, say.freed(), key);
      default:
        return due satisfies never;
    }
  };
  const tendTo = async (id: string, seen: ReadonlyMap<string, number>): Promise<void> => {
    let ended: Ending | undefined;
    await act(id, async (talk) => {
      const due = dueOf(talk, seen);
      if (due === undefined) return 'other';
      await doDue(talk, due);
      ended = due === 'nobody-came' ? 'nobody-came' : due === 'end-silence' ? 'silence' : undefined;
      return 'done';
    });
    if (ended !== undefined) observe.ended(ended);
  };

  return {
    take: (id, by) =>
      act(id, async (talk) => {
        if (talk.owner !== undefined) return talk.owner.id === by.id ? 'done' : 'other';
        const owner = { id: by.id, name: by.name, ...(by.thread !== undefined && { thread: by.thread }) };
        const event = { key: `taken ${now()}`, author: 'event', name: by.name, text: 'taken' } as const;
        talks.change(talk, { move: { to: 'taken', owner }, messages: [event] });
        await tell?.(talk, { kind: 'taken', by: by.name });
        await speak(talk.place, replies().joined(by), `${talk.id} joined ${now()}`);
        return 'done';
      }),
    async answer(id, by, writing) {
      let waited: number | undefined;
      const became = await ofOwner(id, by, async (talk) => {
        waited = talk.answeredAt === undefined ? now() - talk.requestedAt : undefined;
        await write(talk, by, writing, 'staff');
      });
      if (became === 'done' && waited !== undefined) observe.answered(waited);
      return became;
    },
    async writing(id, by) {
      const talk = await talks.find(id);
      if (talk === undefined) return 'gone';
      if (talk.state === 'ended') return 'ended';
      if (talk.owner?.id !== by.id) return 'other';
      await showWriting(talk.place, by);
      return 'done';
    },
    note: (id, by, writing) =>
      act(id, async (talk) => {
        await write(talk, by, writing, 'note');
        return 'done';
      }),
    giveBack: (id, by) =>
      ofOwner(id, by, async (talk) => {
        const event = { key: `back ${now()}`, author: 'event', name: by.name, text: 'given-back' } as const;
        talks.change(talk, { move: { to: 'waiting' }, messages: [event] });
        await tell?.({ ...talk, owner: undefined }, { kind: 'freed' });
        await speak(talk.place, replies().freed(), `${talk.id} ${event.key}`);
      }),
    async end(id, by, outcome) {
      const became = await ofOwner(id, by, (talk) => end(talk, outcome, replies().ended(by)));
      if (became === 'done') observe.ended(outcome);
      return became;
    },
    async tend() {
      const [open, presences] = await Promise.all([talks.open(), reception.presences()]);
      const seen = new Map(presences.map(({ memberId, seenAt }) => [memberId, seenAt]));
      times.keep(open);
      for (const talk of open) if (dueOf(talk, seen) !== undefined) await tendTo(talk.id, seen).catch(onFailure);
    },
  };
}

/** Said by the staff themselves: they know. */
const isOutcome = (ending: Ending): boolean => OUTCOMES.some((outcome) => outcome === ending);

/** Runs a turn again that met another one: what is there by then decides. */
async function throughConflicts(once: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await once();
      return;
    } catch (error) {
      if (!(error instanceof StateConflictError) || tries === MOST_TRIES) throw error;
    }
  }
}
