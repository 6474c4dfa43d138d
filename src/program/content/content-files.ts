import { z } from 'zod';
import type { Knowledge } from '../../knowledge/knowledge';
import type { Clinic } from '../../knowledge/schema/clinic';
import { digestOf, type ItemKey, itemIn, readItemKey, schemaOf } from '../../knowledge/published/item';
import { checkTopic, isStopping } from '../../staff/answers/check-topic';
import { checkClinic } from '../../staff/clinic/check-clinic';
import type { PublishedItem, Publication } from '../../staff/content/content-store';
import { StartError } from '../faults/start-error';

/** What staff published, as a file that can be kept, compared and brought into another installation. */
const exportSchema = z.strictObject({
  format: z.literal('prp-content-1'),
  items: z.array(z.strictObject({ key: z.string(), base: z.string(), value: z.unknown() })),
});

/** Writes it; items in the order of their keys, so that two files can be compared. */
export function writeExport(items: readonly PublishedItem[]): string {
  const sorted = [...items].sort((a, b) => (a.key < b.key ? -1 : 1));
  const plain = sorted.map(({ key, base, value }) => ({ key, base, value }));
  return `${JSON.stringify({ format: 'prp-content-1', items: plain }, null, 2)}\n`;
}

/** Reads it. @throws StartError that names every item that does not fit this version of the program and its files */
export function readExport(text: string, base: Knowledge): Publication['changes'] {
  const file = exportSchema.safeParse(readJson(text));
  if (!file.success) throw new StartError('The file is no export of content: make one with npm run content:export.');
  const faults = file.data.items.flatMap(({ key: name, value }) => {
    const key = readItemKey(name);
    if (key === undefined) return [`${name}: no such kind of item`];
    const parsed = schemaOf(key).safeParse(value);
    const told = parsed.error?.issues.map(({ path, message }) => `${name}: ${path.map(String).join('.')}: ${message}`);
    const { category } = value as { readonly category?: string };
    const isHomeless = name.startsWith('topic:') && !base.categories.some(({ id }) => id === category);
    if (told === undefined && !isHomeless) return refusals(key, value, base).map((why) => `${name}: ${why}`);
    return [...(told ?? []), ...(told === undefined && isHomeless ? [`${name}: no category ${String(category)}`] : [])];
  });
  if (faults.length > 0) throw new StartError(`Nothing was published.\n${faults.join('\n')}`);
  return file.data.items.map(({ key, base: digest, value }) => ({ key, base: digest, value }));
}

/** What the console would refuse to publish. */
function refusals(key: ItemKey, value: unknown, base: Knowledge): readonly string[] {
  const faults = key === 'clinic' ? checkClinic(value as Clinic, base) : [];
  const stopping = key.startsWith('topic:') ? checkTopic(value, base).filter(isStopping) : [];
  return [...faults, ...stopping].map((fault) =>
    [`${fault.field}: ${fault.code}`, ...('values' in fault ? Object.values(fault.values) : [])].join(' '),
  );
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

interface Status {
  readonly latest: number;
  readonly items: readonly PublishedItem[];
  readonly drafts: number;
  readonly base: Knowledge;
}

/** What is published, line by line; what an update changed under it is marked. */
export function statusOf({ latest, items, drafts, base }: Status): string {
  const lines = [...items]
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key, revision, base: digest }) => {
      const item = readItemKey(key);
      const isSame = item !== undefined && digestOf(itemIn(base, item)) === digest;
      return `  ${key}  revision ${revision}${isSame ? '' : '  changed in the files since: see /staff/upgrade'}`;
    });
  return [`revision ${latest}, ${items.length} items published, ${drafts} drafts`, ...lines].join('\n');
}
