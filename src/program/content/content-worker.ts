import { parentPort, workerData } from 'node:worker_threads';
import { createContentBench } from './content-bench';
import type { ContentTask } from './content-tasks';
import { KnowledgeError } from '../../knowledge/knowledge-error';

/**
 * The thread that works on content: learning, comparing and grouping take seconds and would hold up every turn. Its
 * tasks come one after the other.
 */
const { directory, learning } = workerData as {
  readonly directory: string;
  readonly learning: readonly [string, ...string[]];
};
const port = parentPort;
let bench: ReturnType<typeof createContentBench> | undefined;

port?.on('message', ({ id, task }: { readonly id: number; readonly task: ContentTask }) => {
  try {
    bench ??= createContentBench(directory, learning);
    port.postMessage({ id, result: bench(task) });
  } catch (error) {
    // An error loses its kind on the way to another thread.
    if (error instanceof KnowledgeError) port.postMessage({ id, faults: error.faults });
    else port.postMessage({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
