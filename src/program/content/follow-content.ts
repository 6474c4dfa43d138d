import type { Logger } from 'pino';
import type { Prepared } from '../prepare';
import type { Config } from '../settings/config';
import { type ContentFiles, createContentFiles } from './create-reload';
import { createWorkshop, type FileWorkshop } from './create-workshop';
import { LEARNT_AT_BUILD } from './kept-content';
import { createLiveContent, type LiveContent } from './live-content';
import type { Content } from './load-content';

interface Dependencies<Made> {
  readonly config: Pick<Config, 'knowledgeDirectory' | 'dataDirectory'>;
  readonly prepared: Prepared;
  /** Makes what works with a content. */
  readonly make: (content: Content) => Made;
  readonly log: Logger;
}

/** The content while the program runs: what is live, the files under it, and the thread that works on both. */
export interface FollowedContent<Made> {
  readonly live: LiveContent<Made>;
  readonly files: ContentFiles;
  readonly workshop: FileWorkshop;
}

/** Folders in which what was learnt is kept, the first one written to. */
export const learningFolders = ({ dataDirectory }: Pick<Config, 'dataDirectory'>) =>
  [dataDirectory, LEARNT_AT_BUILD] as const;

/** Wires them to one another. */
export function followContent<Made>({ config, prepared, make, log }: Dependencies<Made>): FollowedContent<Made> {
  const { stores, found, good, kept, content, revision, taught, revisions } = prepared;
  const learning = learningFolders(config);
  const workshop = createWorkshop(() => files.directory(), learning, stores.models);
  const live = createLiveContent({
    base: found.knowledge,
    first: { content, revision, made: make(content), taught, revisions },
    contents: stores.contents,
    workshop,
    make,
    onLeftOut: (leftOut) => log.warn({ leftOut }, 'published content does not fit this version and is left out'),
    onFailure: (error) => log.error({ err: error }, 'published content could not be brought'),
  });
  const files = createContentFiles({
    first: found,
    good,
    directory: config.knowledgeDirectory,
    learning,
    kept,
    live,
    onExchanged: () => workshop.renew(),
    log,
  });
  return { live, files, workshop };
}
