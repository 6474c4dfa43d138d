import type { StateRow } from './state-rows';
import type { Turn } from '../turns/turn';

/** What a turn saw under a key when it first read it; undefined eTag: nothing was there. */
export interface Seen {
  readonly etag: string | undefined;
  readonly answers: boolean;
}

/** What a turn wants stored under a key; undefined JSON: nothing. */
export interface Wanted {
  readonly json: string | undefined;
  /** Whether it holds answers of a check. */
  readonly answers: boolean;
  /** When it expires. */
  readonly expiresAt: number;
  /** The eTag the writer gave, or undefined for "whatever is there". */
  readonly etag: string | undefined;
}

/** What is wanted of what is to be deleted. */
export const NOTHING_WANTED: Wanted = { json: undefined, answers: false, expiresAt: 0, etag: undefined };

/** The state one turn has read and wants written. */
export class TurnState {
  readonly #seen = new Map<string, Seen>();
  readonly #wanted = new Map<string, Wanted>();
  readonly #forgotten: ((key: string) => boolean)[] = [];

  /** Remembers what was under `keys`; the first look counts. */
  see(keys: readonly string[], rows: readonly StateRow[]): void {
    const found = new Map(rows.map((row) => [row.key, row]));
    for (const key of keys) {
      const row = found.get(key);
      if (!this.#seen.has(key)) this.#seen.set(key, { etag: row?.etag, answers: row?.answers ?? false });
    }
  }

  seen(key: string): Seen | undefined {
    return this.#seen.get(key);
  }

  want(key: string, wanted: Wanted): void {
    if (!this.#isForgotten(key)) this.#wanted.set(key, wanted);
  }

  wanted(key: string): Wanted | undefined {
    return this.#isForgotten(key) ? NOTHING_WANTED : this.#wanted.get(key);
  }

  /** What is to be written, in the order of keys, so that two turns never wait for each other in a circle. */
  changes(): readonly (readonly [key: string, wanted: Wanted])[] {
    return [...this.#wanted].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** From here on the turn neither sees nor writes these keys: what a person had deleted does not come back. */
  forget(belongs: (key: string) => boolean): void {
    this.#forgotten.push(belongs);
    for (const key of [...this.#wanted.keys()]) if (belongs(key)) this.#wanted.delete(key);
  }

  #isForgotten(key: string): boolean {
    return this.#forgotten.some((belongs) => belongs(key));
  }
}

const states = new WeakMap<Turn, TurnState>();

/** The state of a turn. */
export const turnStateOf = (turn: Turn): TurnState => {
  const known = states.get(turn);
  if (known !== undefined) return known;
  const state = new TurnState();
  states.set(turn, state);
  return state;
};
