import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type ContentTask, type Learnt, LEARNT_PARTS, type LearntPart } from './content-tasks';
import type { Fault } from '../../knowledge/fault';
import type { ReadExamples } from '../../matching/intent-classifier';
import type { PreparedMatcher } from '../../matching/prepared-matcher';
import { KnowledgeError } from '../../knowledge/knowledge-error';
import type { LearntModels } from '../../staff/content/learnt-models';
import type { Items, Workshop } from '../../staff/content/workshop';
import { PROJECT } from '../project-folder';

/** Built beside the program; seen from src and from dist alike. */
const PROGRAM = join(PROJECT, 'dist/program/content/content-worker.js');

/** Milliseconds without work after which the thread ends: it holds a second copy of the content. */
const IDLE_MS = 10 * 60_000;

interface Asked {
  readonly worker: Worker;
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

interface Answered {
  readonly id: number;
  readonly result?: never;
  readonly error?: string;
  readonly faults?: readonly Fault[];
}

/** A workshop over files that may be exchanged. */
export interface FileWorkshop extends Workshop {
  /**
   * Checks and learns the content of the files, with what is published over it, and keeps what it learnt where a start
   * looks for it. Rejects with a KnowledgeError naming every fault.
   */
  files(items: Items): Promise<void>;
  /** The next task begins with the files as they are then. */
  renew(): void;
}

/**
 * The workshop in a thread of its own. It starts with the first task and ends when there is nothing to do for a while.
 *
 * @param directory the content of the files
 * @param learning folders in which what was learnt is kept, see `createKeptLearning`
 * @param models where instances find what one of them learnt; undefined: there is only this one
 */
export function createWorkshop(
  directory: () => string,
  learning: readonly [string, ...string[]],
  models?: LearntModels,
): FileWorkshop {
  const asked = new Map<number, Asked>();
  let worker: Worker | undefined;
  let count = 0;
  let learnings = 0;
  let timer: NodeJS.Timeout | undefined;

  const fail = (error: Error, of: Worker): void => {
    if (of === worker) worker = undefined;
    for (const [id, one] of asked) {
      if (one.worker !== of) continue;
      asked.delete(id);
      one.reject(error);
    }
  };
  const start = (): Worker => {
    const started = new Worker(PROGRAM, { workerData: { directory: directory(), learning } });
    started.unref();
    started.on('message', ({ id, result, error, faults }: Answered) => {
      const waiting = asked.get(id);
      asked.delete(id);
      if (faults !== undefined) waiting?.reject(new KnowledgeError(faults));
      else if (error !== undefined) waiting?.reject(new Error(error));
      else waiting?.resolve(result as never);
      if (asked.size === 0) rest();
      // Renewed meanwhile.
      if (started !== worker && ![...asked.values()].some((one) => one.worker === started)) void started.terminate();
    });
    started.on('error', (error: Error) => fail(error, started));
    started.on('exit', () => fail(new Error('the thread that works on content ended'), started));
    return started;
  };
  const rest = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void stop(), IDLE_MS).unref();
  };
  const stop = async (): Promise<void> => {
    clearTimeout(timer);
    const ending = worker;
    worker = undefined;
    ending?.removeAllListeners();
    await ending?.terminate();
  };
  const ask = <Result>(task: ContentTask): Promise<Result> => {
    clearTimeout(timer);
    const asking = (worker ??= start());
    count += 1;
    const id = count;
    return new Promise<Result>((resolve, reject) => {
      asked.set(id, { worker: asking, resolve: resolve, reject });
      asking.postMessage({ id, task });
    });
  };
  const renew = (): void => {
    const old = worker;
    worker = undefined;
    if (![...asked.values()].some((one) => one.worker === old)) void old?.terminate();
  };
  const entries = (items: Items): [string, unknown][] => [...items].sort(([a], [b]) => (a < b ? -1 : 1));
  const fetchLearnt = async (number: number): Promise<PreparedMatcher> => {
    const parts: Partial<Record<LearntPart, unknown>> = {};
    for (const part of LEARNT_PARTS) {
      parts[part] = await ask<unknown>({ kind: 'part', number, part });
      if (parts[part] === undefined) throw new Error('the files were exchanged while their content was learnt');
      // Turns that came meanwhile go first.
      await setImmediate();
    }
    const { labels, known, listed, sameWords, stems, speller, ...matching } = parts as PreparedMatcher & ReadExamples;
    return { ...matching, read: { labels, known, listed, sameWords, stems, speller } };
  };
  const learn: Workshop['learn'] = async (content) => {
    const items = entries(content);
    const number = (learnings += 1);
    if (models === undefined) {
      await ask<Learnt>({ kind: 'learn', items, number, packs: false });
      return fetchLearnt(number);
    }
    const name = await ask<string>({ kind: 'name', items });
    // Without it, or without a database, learning takes longer, and no more.
    const lent = await models.find(name).catch(() => undefined);
    const { packed } = await ask<Learnt>({ kind: 'learn', items, number, lent, packs: lent === undefined });
    if (packed !== undefined) await models.keep(name, packed).catch(() => undefined);
    return fetchLearnt(number);
  };

  return {
    files: (items) => ask({ kind: 'files', items: entries(items) }),
    renew,
    learn,
    effect: ({ live, draft, saved, waiting }, gauge) =>
      ask({ kind: 'effect', live: entries(live), draft: entries(draft), saved, waiting, gauge }),
    group: (live, waiting) => ask({ kind: 'group', live: entries(live), waiting }),
    judge: (items, text) => ask({ kind: 'judge', items: entries(items), text }),
    judgeAll: (items, texts) => ask({ kind: 'judge-all', items: entries(items), texts }),
    close: async () => {
      for (const { reject } of asked.values()) reject(new Error('the program stops'));
      asked.clear();
      await stop();
    },
  };
}
