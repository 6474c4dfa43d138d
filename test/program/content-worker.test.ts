import { readdirSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { getPriority } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

const ROOT = join(__dirname, '../..');

/** The priorities of the threads of this process, as the kernel has them. */
const priorities = (): number[] =>
  readdirSync('/proc/self/task').map((thread) => {
    const [, fields = ''] = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8').split(') ');
    return Number(fields.split(' ')[16]);
  });

const onLinux = process.platform === 'linux' ? it : it.skip;

onLinux(
  'what learns stands behind the turns, and nothing else does',
  async () => {
    const worker = new Worker(join(ROOT, 'dist/program/content/content-worker.js'), {
      workerData: { directory: join(ROOT, 'knowledge'), learning: [join(ROOT, 'dist/kept')] },
    });
    worker.postMessage({ id: 1, task: { kind: 'name', items: [] } });
    const [answer] = (await once(worker, 'message')) as [object];
    const own = getPriority();
    expect(answer).toMatchObject({ id: 1, result: expect.any(String) as unknown });
    expect(priorities().filter((priority) => priority > own)).toHaveLength(1);
    await worker.terminate();
  },
  60_000,
);
