import { randomBytes } from 'node:crypto';
import type { Fault } from '../../../knowledge/fault';
import type { Knowledge } from '../../../knowledge/knowledge';
import { digestOf, itemIn, type ItemKey, readItemKey, type TopicItem } from '../../../knowledge/published/item';
import type { Scored } from '../../../matching/match';
import type { ContentStore, Draft } from '../../../staff/content/content-store';
import type { Items, SavedQuestion, Waiting, Workshop } from '../../../staff/content/workshop';
import type { FigureStore } from '../../../staff/figures/figure';
import type { Sheets } from '../../../staff/sheets/table';
import { ConsoleError } from '../console-error';
import type { ChatWords, DrawnReply } from './drawn-reply';

/** What the pages about content work with. */
export interface ConsoleContent {
  /** What is live. */
  readonly knowledge: () => Knowledge;
  /** The content of the files, without what staff published. */
  readonly base: Knowledge;
  /** What is wrong with the files as they are, so that what was good last is live; empty: nothing. */
  readonly faults: () => readonly Fault[];
  readonly store: ContentStore;
  readonly workshop: Workshop;
  readonly sheets: Sheets;
  readonly figures: Pick<FigureStore, 'list'>;
  /** Brings what was published last; resolves when it is live here. */
  readonly refresh: () => Promise<void>;
  /** Topics a text finds, best first. */
  readonly search: (text: string) => readonly Scored[];
  /** How the chat and Teams show the answer of a topic. */
  readonly preview: (knowledge: Knowledge, topic: string) => readonly DrawnReply[];
  /** What the chat says around answers. */
  readonly chatWords: () => ChatWords;
  /** Questions nobody has answered yet. */
  readonly waiting: () => Promise<readonly Waiting[]>;
  /** Forgets questions that need no answer. */
  readonly forget: (texts: readonly string[]) => Promise<number>;
  /** Questions a change is measured by. */
  readonly saved: () => Promise<readonly SavedQuestion[]>;
  readonly saveQuestion: (question: SavedQuestion, by: string) => Promise<void>;
}

/** The key of an item in an address: colons are left to the scheme. */
export const pathOf = (key: string): string => key.replace(':', '.');

/** The key of an address. @throws ConsoleError where there is no such item */
export function keyIn(params: Readonly<Record<string, string | undefined>>): ItemKey {
  const key = readItemKey((params['key'] ?? '').replace('.', ':'));
  if (key === undefined) throw new ConsoleError('notFound');
  return key;
}

/** What is published, item by item. */
export async function publishedItems({ store }: { readonly store: Pick<ContentStore, 'items'> }): Promise<Items> {
  return new Map((await store.items()).map(({ key, value }) => [key, value]));
}

/** The items as they would be with a draft. */
export const withDraft = (items: Items, { key, value }: Pick<Draft, 'key' | 'value'>): Items =>
  new Map([...items, [key, value]]);

/** What is live of an item; undefined where there is none yet. */
export async function liveValue(content: ConsoleContent, key: ItemKey): Promise<unknown> {
  return (await publishedItems(content)).get(key) ?? itemIn(content.base, key);
}

/** Digest of what the files say of an item. */
export const baseOf = ({ base }: Pick<ConsoleContent, 'base'>, key: ItemKey): string => digestOf(itemIn(base, key));

/** What to call an item on a page. */
export function nameOf(
  key: string,
  value: unknown,
  names: { readonly clinic: string; readonly strays: string; readonly untitled: string },
): string {
  if (key === 'clinic') return names.clinic;
  if (key === 'strays') return names.strays;
  const topic = (value as { readonly topic?: { readonly question?: string } } | undefined)?.topic;
  return topic?.question?.trim() === '' ? names.untitled : (topic?.question ?? key);
}

/** A topic that is yet to be written; its id is never seen by patients. */
export const emptyItem = ({ base }: ConsoleContent): TopicItem => ({
  category: base.categories[0]?.id ?? '',
  topic: {
    id: `staff-${randomBytes(4).toString('hex')}`,
    question: '',
    button: '',
    phrasings: [],
    answer: '',
    related: [],
    article: [],
    facts: [],
  },
});
