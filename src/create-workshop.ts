import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ContentTask } from './content-tasks';
import type { Items, Workshop } from './staff/content/workshop';

/** Built beside the program; seen from src and from dist alike. */
const PROGRAM = join(__dirname, '../dist/content-worker.js');

/** Milliseconds without work after which the thread ends: it holds a second copy of the content. */
const IDLE_MS = 10 * 60_000;

interface Asked {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The workshop in a thread of its own. It starts with the first task and ends when there is nothing to do for a while.
 *
 * @param directory the content of the files
 * @param learning folders in which what was learnt is kept, see `createKeptLearning`
 */
export function createWorkshop(directory: string, learning: readonly [string, ...string[]]): Workshop {
  const asked = new Map<number, Asked>();
  let worker: Worker | undefined;
  let count = 0;
  let timer: NodeJS.Timeout | undefined;

  const fail = (error: Error): void => {
    worker = undefined;
    for (const { reject } of asked.values()) reject(error);
    asked.clear();
  };
  const start = (): Worker => {
    const started = new Worker(PROGRAM, { workerData: { directory, learning } });
    started.unref();
    started.on('message', ({ id, result, error }: { id: number; result?: never; error?: string }) => {
      const waiting = asked.get(id);
      asked.delete(id);
      if (error !== undefined) waiting?.reject(new Error(error));
      else waiting?.resolve(result as never);
      if (asked.size === 0) rest();
    });
    started.on('error', fail);
    started.on('exit', () => fail(new Error('the thread that works on content ended')));
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
    worker ??= start();
    count += 1;
    const id = count;
    return new Promise<Result>((resolve, reject) => {
      asked.set(id, { resolve: resolve, reject });
      worker?.postMessage({ id, task });
    });
  };
  const entries = (items: Items): [string, unknown][] => [...items].sort(([a], [b]) => (a < b ? -1 : 1));

  return {
    learn: (items) => ask({ kind: 'learn', items: entries(items) }),
    effect: ({ live, draft, saved, waiting }) =>
      ask({ kind: 'effect', live: entries(live), draft: entries(draft), saved, waiting }),
    group: (live, waiting) => ask({ kind: 'group', live: entries(live), waiting }),
    judge: (items, text) => ask({ kind: 'judge', items: entries(items), text }),
    judgeAll: (items, texts) => ask({ kind: 'judge-all', items: entries(items), texts }),
    close: async () => {
      fail(new Error('the program stops'));
      await stop();
    },
  };
}
