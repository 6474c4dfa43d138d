import { AsyncLocalStorage } from 'node:async_hooks';

import type { Database } from '../engine/database';
import type { Write } from '../engine/write';
import type { HandledPart, TurnPart } from './turn-end';
import { TurnLostError } from '../../bot/ports/turn-lost-error';

type Work = (write: Write) => Promise<void>;

/** A write, and the part of a usual end of a turn that it is; undefined where it is none. */
interface Deferred {
  readonly work: Work;
  readonly part: () => TurnPart | undefined;
}

/** What was under a key when the turn began, read along with its place. */
export interface TurnStart {
  readonly key: string;
  /** Expired or not. */
  readonly row:
    { readonly json: string; readonly etag: string; readonly answers: boolean; readonly expiresAt: number } | undefined;
}

const NO_PART = (): undefined => undefined;

/**
 * The writes of one turn, kept back until it ends and then written in one transaction: state, replies and the mark
 * that the activity was handled are there together or not at all, wherever the process is killed.
 */
export class Turn {
  readonly #first: Deferred[] = [];
  readonly #last: Deferred[] = [];
  readonly #afterwards: (() => void | Promise<void>)[] = [];
  #inOrder = false;
  #state: 'open' | 'written' | 'dropped' = 'open';

  /**
   * @param key names the conversation
   * @param start what was read when it began
   */
  constructor(
    readonly key: string,
    readonly start?: TurnStart,
  ) {}

  get open(): boolean {
    return this.#state === 'open';
  }

  get dropped(): boolean {
    return this.#state === 'dropped';
  }

  /**
   * Adds a write; those marked `last` run after all others.
   *
   * @param part the same as a part of a usual end: where all writes are such parts they may be written as one
   */
  defer(work: Work, order: 'first' | 'last' = 'first', part: () => TurnPart | undefined = NO_PART): void {
    (order === 'last' ? this.#last : this.#first).push({ work, part });
  }

  /** Has each write wait for the one before: where they need each other. Otherwise they may travel together. */
  writeInOrder(): void {
    this.#inOrder = true;
  }

  /** Adds what is done once everything is written, in the order added. It must not throw. */
  afterwards(work: () => void | Promise<void>): void {
    this.#afterwards.push(work);
  }

  /**
   * Writes everything, `seal` first: it throws when this turn may no longer write, and then nothing is written.
   *
   * @param mark what `seal` writes, where it writes nothing else
   */
  async commit(database: Database, seal: Work, mark?: HandledPart): Promise<void> {
    if (!this.open) throw new TurnLostError();
    const { endTurn } = database;
    const parts = endTurn && mark && this.#partsWith(mark);
    if (parts !== undefined) await endTurn?.(parts);
    else
      await database.write(async (write) => {
        // The seal's answer is not waited for alone: statements that need nothing of each other travel together.
        await settleAll([seal(write), this.#writeAll(write)]);
      });
    await this.settle();
  }

  /** All there is to write, where it is a usual end: parts of kinds that are all different. */
  #partsWith(mark: HandledPart): readonly TurnPart[] | undefined {
    const parts: TurnPart[] = [mark];
    for (const { part } of [...this.#first, ...this.#last]) {
      const own = part();
      if (own === undefined || parts.some(({ kind }) => kind === own.kind)) return undefined;
      parts.push(own);
    }
    return parts;
  }

  /** Everything is written: does what was to be done then. */
  async settle(): Promise<void> {
    this.#state = 'written';
    for (const work of this.#afterwards) await work();
  }

  async #writeAll(write: Write): Promise<void> {
    const works = [...this.#first, ...this.#last];
    if (this.#inOrder) for (const { work } of works) await work(write);
    else await settleAll(works.map(({ work }) => work(write)));
  }

  /** Nothing of it is written, now or later. */
  drop(): void {
    if (this.open) this.#state = 'dropped';
  }
}

/** Waits for all, then throws what the first in order threw: what failed after it failed for its sake. */
const settleAll = async (parts: readonly Promise<void>[]): Promise<void> => {
  for (const part of await Promise.allSettled(parts)) if (part.status === 'rejected') throw part.reason;
};

const running = new AsyncLocalStorage<Turn>();

/** Runs `work` as part of `turn`. */
export const runInTurn = <Result>(turn: Turn, work: () => Promise<Result>): Promise<Result> => running.run(turn, work);

/**
 * The turn this code runs in, while it can still take writes.
 * @throws TurnLostError in what a dropped turn left running: it must not write any more.
 */
export const currentTurn = (): Turn | undefined => {
  const turn = running.getStore();
  if (turn?.dropped === true) throw new TurnLostError();
  return turn?.open === true ? turn : undefined;
};
