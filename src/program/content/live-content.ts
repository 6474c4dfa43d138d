import { setImmediate } from 'node:timers/promises';
import type { Knowledge } from '../../knowledge/knowledge';
import { phrasingWords } from '../../knowledge/phrasing-words';
import { applyPublished, type LeftOut } from '../../knowledge/published/apply-published';
import type { Content } from './load-content';
import { createMatcher } from '../../matching/create-matcher';
import type { ContentStore, PublishedItem } from '../../staff/content/content-store';
import type { Workshop } from '../../staff/content/workshop';

/** Milliseconds between two looks for what other instances published, should news of it be lost. */
const LOOK_EVERY = 3000;

/** What is live: the content and everything made from it. */
interface Live<Made> {
  readonly content: Content;
  /** 0: the files as they are. */
  readonly revision: number;
  readonly made: Made;
  /** What is published of all that the matcher learns from. */
  readonly taught: string;
  /** Item → the revision that brought it; what the files say has none. */
  readonly revisions: ReadonlyMap<string, number>;
}

/** The content as it changes while the program runs. */
export interface LiveContent<Made> {
  /** What is live now. A turn keeps what it began with. */
  current(): Live<Made>;
  /** The content of the files, without what staff published. */
  base(): Knowledge;
  /** Brings what was published last; resolves when it is live. Rejects where it cannot be, and nothing has changed. */
  refresh(): Promise<void>;
  /** Takes up other content of the files; resolves when it is live. Rejects as {@link refresh} does. */
  exchange(prepare: Prepare): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

/** Makes other content of the files ready, with what is published over it. */
type Prepare = (items: ReadonlyMap<string, unknown>) => Promise<{
  readonly base: Knowledge;
  readonly content: Content;
  readonly leftOut: readonly LeftOut[];
}>;

interface Dependencies<Made> {
  /** The content of the files. */
  readonly base: Knowledge;
  readonly first: Live<Made>;
  readonly contents: Pick<ContentStore, 'latest' | 'items' | 'onPublished'>;
  readonly workshop: Pick<Workshop, 'learn'>;
  /** Makes what works with a content, in steps between which others get their turn. */
  readonly make: (content: Content) => Made;
  readonly onLeftOut: (leftOut: readonly LeftOut[]) => void;
  readonly onFailure: (error: unknown) => void;
}

/** What of the published items the matcher learns from. */
export function taughtBy(items: ReadonlyMap<string, unknown>): string {
  return JSON.stringify([...items].filter(([key]) => key !== 'clinic').sort(([a], [b]) => (a < b ? -1 : 1)));
}

const itemsOf = (published: readonly PublishedItem[]): ReadonlyMap<string, unknown> =>
  new Map(published.map(({ key, value }) => [key, value]));

/** Which revision brought each item. */
export const revisionsOf = (items: readonly PublishedItem[]): ReadonlyMap<string, number> =>
  new Map(items.map(({ key, revision }) => [key, revision]));

/** Creates it. What is learnt is learnt elsewhere; here it is put together in steps of some milliseconds, and exchanged at once. */
export function createLiveContent<Made>(dependencies: Dependencies<Made>): LiveContent<Made> {
  const { contents, workshop, make, onLeftOut, onFailure } = dependencies;
  let { base, first: live } = dependencies;
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let silence: (() => void) | undefined;
  let stopped = false;

  const bring = async (): Promise<void> => {
    const revision = await contents.latest();
    if (stopped || revision === live.revision) return;
    const published = await contents.items();
    const items = itemsOf(published);
    const taught = taughtBy(items);
    const prepared = taught === live.taught ? undefined : await workshop.learn(items);
    const { knowledge, leftOut } = applyPublished(base, items);
    await setImmediate();
    // A new telephone number teaches nothing: what is learnt stays.
    const matcher = prepared === undefined ? live.content.matcher : createMatcher(knowledge, { prepared });
    await setImmediate();
    // What is urgent, and what is a fact a person tells, is learnt from the files alone: nothing staff publish changes it.
    const { readMessage, readUrgent } = live.content;
    const content: Content = { knowledge, matcher, readMessage, readUrgent };
    const made = make(content);
    live = { content, revision, made, taught, revisions: revisionsOf(published) };
    if (leftOut.length > 0) onLeftOut(leftOut);
    void readAhead(knowledge);
  };
  const bringFiles = async (prepare: Prepare): Promise<void> => {
    const revision = await contents.latest();
    const published = await contents.items();
    const items = itemsOf(published);
    const prepared = await prepare(items);
    await setImmediate();
    if (stopped) return;
    const made = make(prepared.content);
    live = { content: prepared.content, revision, made, taught: taughtBy(items), revisions: revisionsOf(published) };
    base = prepared.base;
    if (prepared.leftOut.length > 0) onLeftOut(prepared.leftOut);
    void readAhead(prepared.content.knowledge);
  };
  /** What the console compares with is read before somebody waits for it, a topic at a time. */
  const readAhead = async ({ topics }: Knowledge): Promise<void> => {
    for (const topic of topics) {
      if (stopped) return;
      phrasingWords(topic);
      await setImmediate();
    }
  };
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const next = running.then(work);
    running = next.catch(() => undefined);
    return next;
  };
  const refresh = (): Promise<void> => inTurn(bring);
  const look = (): void => {
    refresh()
      .catch(onFailure)
      .finally(() => {
        if (!stopped) timer = setTimeout(look, LOOK_EVERY).unref();
      });
  };

  return {
    current: () => live,
    base: () => base,
    refresh,
    exchange: (prepare) => inTurn(() => bringFiles(prepare)),
    start: () => {
      silence = contents.onPublished(() => void refresh().catch(onFailure));
      timer = setTimeout(look, LOOK_EVERY).unref();
      void readAhead(live.content.knowledge);
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      silence?.();
      await running;
    },
  };
}
