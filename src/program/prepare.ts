import type { Logger } from 'pino';
import { applyPublished } from '../knowledge/published/apply-published';
import type { KeptLearning } from '../learning/kept-learning';
import type { Metrics } from '../server/metrics';
import { createKeptLearning } from '../storage/learnt/kept-learning';
import { createGoodContent, type FoundContent, type GoodContent } from './content/good-content';
import { LEARNT_AT_BUILD } from './content/kept-content';
import { revisionsOf, taughtBy } from './content/live-content';
import { type Content, prepareContent } from './content/load-content';
import type { Config } from './settings/config';
import { databasePlace, openStores, type Stores } from './stores/open-stores';

/** What has to be there before anything is wired. */
export interface Prepared {
  readonly stores: Stores;
  readonly good: GoodContent;
  readonly kept: KeptLearning;
  /** The content of the files, or what was good of it last. */
  readonly found: FoundContent;
  /** With what staff published over it. */
  readonly content: Content;
  readonly revision: number;
  readonly taught: string;
  readonly revisions: ReadonlyMap<string, number>;
}

/**
 * Opens the database, then loads the content; where both fail, both are told, before anything long. Not at the same time:
 * reading the content lets nothing else pass, and on a busy machine a database that answered at once seemed to be away.
 */
export async function prepare(config: Config, log: Logger, metrics: Metrics): Promise<Prepared> {
  const opening = openStores(
    databasePlace(config.database),
    config,
    (error) => log.error({ err: error }, 'expired data could not be deleted'),
    (seconds, fault) => metrics.storage(seconds, fault),
  );
  const kept = createKeptLearning(config.dataDirectory, LEARNT_AT_BUILD);
  const { knowledgeDirectory: directory, dataDirectory } = config;
  const good = createGoodContent({ directory, dataDirectory, kept });
  const loading = opening.catch(() => undefined).then(() => good.find());
  const [stores, found] = await Promise.allSettled([opening, loading]);
  if (stores.status === 'fulfilled' && found.status === 'fulfilled') {
    const revision = await stores.value.contents.latest();
    const items = await stores.value.contents.items();
    const published = new Map(items.map(({ key, value }) => [key, value]));
    const learn = async (one: FoundContent): Promise<Pick<Prepared, 'found' | 'content'>> => {
      const { knowledge: current, leftOut } = applyPublished(one.knowledge, published);
      if (leftOut.length > 0) log.warn({ leftOut }, 'published content does not fit this version and is left out');
      return { found: one, content: await prepareContent(current, kept, one.knowledge) };
    };
    try {
      const learnt = await learn(found.value);
      const fault = readFault(good, learnt);
      const usable = fault === undefined ? learnt : await learn(good.fallBack(fault));
      const taught = taughtBy(published);
      return { ...usable, stores: stores.value, good, kept, revision, taught, revisions: revisionsOf(items) };
    } catch (error) {
      await stores.value.close();
      throw error;
    }
  }
  if (stores.status === 'fulfilled') await stores.value.close();
  const faults = [stores, found].flatMap((part) => (part.status === 'rejected' ? [part.reason as unknown] : []));
  throw faults.length === 1 ? faults[0] : new AggregateError(faults);
}

/** What only the matcher can tell of new content; undefined where all is well, which is remembered. */
function readFault(good: GoodContent, { found, content }: Pick<Prepared, 'found' | 'content'>): unknown {
  if (found.isProven) return undefined;
  try {
    good.prove(found, content.matcher);
    good.remember(found);
    return undefined;
  } catch (error) {
    return error;
  }
}
