import type { Logger } from 'pino';
import { createWorkshop } from './create-workshop';
import { describeFault } from '../../knowledge/describe-fault';
import type { Fault } from '../../knowledge/fault';
import { KnowledgeError } from '../../knowledge/knowledge-error';
import { applyPublished } from '../../knowledge/published/apply-published';
import type { LiveContent } from './live-content';
import { prepareContent } from './load-content';
import type { KeptLearning } from '../../learning/kept-learning';
import type { FoundContent, GoodContent } from './good-content';

/** Faults named in the log; the console and `npm run knowledge:check` name all. */
const MOST_LOGGED = 20;

/** The content of the files while the program runs. */
export interface ContentFiles {
  /** The folder that what is live was read from. */
  directory(): string;
  /** What is wrong with the files, so that older content is live; empty: nothing. */
  faults(): readonly Fault[];
  /** Takes up the files as they are now. What has a fault is named, and changes nothing. */
  reload(): Promise<void>;
}

interface Dependencies {
  readonly first: FoundContent;
  readonly good: GoodContent;
  /** The folder the operator edits. */
  readonly directory: string;
  /** Folders in which what was learnt is kept. */
  readonly learning: readonly [string, ...string[]];
  readonly kept: KeptLearning;
  readonly live: Pick<LiveContent<unknown>, 'exchange' | 'current'>;
  /** Called when other files are live. */
  readonly onExchanged: () => void;
  readonly log: Logger;
}

/** Creates it. Checking and learning happen in a thread of their own; here the files are read again, in a fifth of a second. */
export function createContentFiles(dependencies: Dependencies): ContentFiles {
  const { good, directory, learning, kept, live, onExchanged, log } = dependencies;
  let found = dependencies.first;
  let faults: readonly Fault[] = found.fault?.faults ?? [];
  let running: Promise<void> = Promise.resolve();
  if (faults.length > 0) logFaults(log, faults, 'the content has faults: what was good last answers instead');

  const bring = async (): Promise<void> => {
    const checking = createWorkshop(() => directory, learning);
    try {
      await live.exchange(async (items) => {
        await checking.files(items);
        const next = good.find();
        if (next.fault !== undefined) throw next.fault;
        const { knowledge, leftOut } = applyPublished(next.knowledge, items);
        const content = await prepareContent(knowledge, kept, next.knowledge);
        found = next;
        return { base: next.knowledge, content, leftOut };
      });
      faults = [];
      await good.keep(found);
      onExchanged();
      log.info({ contentRevision: live.current().revision }, 'the content of the files was taken up anew');
    } catch (error) {
      if (error instanceof KnowledgeError) faults = error.faults;
      if (error instanceof KnowledgeError) logFaults(log, faults, 'the content has faults: what was live stays');
      else log.error({ err: error }, 'the content of the files could not be taken up');
    } finally {
      await checking.close();
    }
  };

  return {
    directory: () => found.directory,
    faults: () => faults,
    reload: () => (running = running.then(bring)),
  };
}

function logFaults(log: Logger, faults: readonly Fault[], message: string): void {
  log.error({ count: faults.length, faults: faults.slice(0, MOST_LOGGED).map(describeFault) }, message);
}
