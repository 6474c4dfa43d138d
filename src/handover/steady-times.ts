import type { Moment } from './read-due';
import type { Talk } from './talk';

/** A clock of the day, which can be set, and one that only goes on; both in milliseconds. */
interface Clocks {
  readonly now: () => number;
  readonly elapsed: () => number;
}

/** Times of talks as they have passed for whoever waits, however the clock of the day was set meanwhile. */
export interface SteadyTimes {
  /** A talk, and the moment to look at it with. */
  read(talk: Talk, ownerSeenAt: number | undefined): { readonly talk: Talk; readonly moment: Moment };
  /** Forgets the talks that are not among these. */
  keep(open: readonly Talk[]): void;
}

/** A time of the clock of the day, and when that was by the one that goes on. */
interface Place {
  readonly at: number;
  readonly steady: number;
}

/**
 * Creates it. A time is believed when it is first seen, some seconds after it was written; from there on what counts is
 * what has passed since. One that lies ahead, from before the clock was set back, counts as now.
 */
export function createSteadyTimes({ now, elapsed }: Clocks): SteadyTimes {
  const beginning = now() - elapsed();
  const steadyNow = (): number => beginning + elapsed();
  const known = new Map<string, Map<string, Place>>();

  return {
    read(talk, ownerSeenAt) {
      const places = known.get(talk.id) ?? new Map<string, Place>();
      known.set(talk.id, places);
      const put = (name: string, at: number): number => {
        const before = places.get(name);
        const place = before?.at === at ? before : { at, steady: steadyNow() - Math.max(0, now() - at) };
        places.set(name, place);
        return place.steady;
      };
      const putSome = (name: string, at: number | undefined): number | undefined =>
        at === undefined ? undefined : put(name, at);
      return {
        talk: {
          ...talk,
          requestedAt: put('requested', talk.requestedAt),
          patientAt: put('patient', talk.patientAt),
          takenAt: putSome('taken', talk.takenAt),
          staffAt: putSome('staff', talk.staffAt),
        },
        moment: { now: steadyNow(), ownerSeenAt: putSome('owner', ownerSeenAt) },
      };
    },
    keep(open) {
      const ids = new Set(open.map(({ id }) => id));
      for (const id of known.keys()) if (!ids.has(id)) known.delete(id);
    },
  };
}
