/** A value of the content that is not what it was. */
export interface Change {
  readonly file: string;
  /** "topics[price].phrasings": list entries by their id, or counted from 1. */
  readonly path: string;
  /** Absent: it is new. */
  readonly before?: string;
  /** Absent: it is gone. */
  readonly after?: string;
}

/** The values of content files, as they were read. */
export type ReadFiles = Readonly<Record<string, unknown>>;

/** Everything that is said or done otherwise than before, value by value. What only looks different in the file is none. */
export function compareContent(before: ReadFiles, after: ReadFiles): Change[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .sort()
    .flatMap((file) => compare(before[file], after[file], '').map((change) => ({ file, ...change })));
}

type Found = Omit<Change, 'file'>;

function compare(before: unknown, after: unknown, path: string): Found[] {
  if (before === after) return [];
  if (isList(before) && isList(after)) return compareLists(before, after, path);
  if (isGroup(before) && isGroup(after))
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      compare(before[key], after[key], path === '' ? key : `${path}.${key}`),
    );
  const [was, is] = [write(before), write(after)];
  if (was === is) return [];
  return [{ path, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) }];
}

/** Entries with an id are the same entry wherever they stand; of others, those that stand on one side only are told. */
function compareLists(before: readonly unknown[], after: readonly unknown[], path: string): Found[] {
  const ids = [before, after].map((list) => list.map((entry) => (isGroup(entry) ? entry['id'] : undefined)));
  if (ids.flat().every((id) => typeof id === 'string')) {
    const byId = (list: readonly unknown[]): Record<string, unknown> =>
      Object.fromEntries(list.map((entry) => [`[${String((entry as Record<string, unknown>)['id'])}]`, entry]));
    const [was, is] = [byId(before), byId(after)];
    const found = [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((id) =>
      compare(was[id], is[id], `${path}${id}`),
    );
    return found.length === 0 && ids[0]?.join() !== ids[1]?.join() ? [moved(ids[0] ?? [], ids[1] ?? [], path)] : found;
  }
  const [was, is] = [before, after].map((list) => list.map((entry) => write(entry) ?? ''));
  const gone = without(was ?? [], is ?? []);
  const come = without(is ?? [], was ?? []);
  if (gone.length + come.length === 0)
    return was?.join('\n') === is?.join('\n') ? [] : [moved(was ?? [], is ?? [], path)];
  return Array.from({ length: Math.max(gone.length, come.length) }, (_unused, at) => ({
    path,
    ...(gone[at] !== undefined && { before: gone[at] }),
    ...(come[at] !== undefined && { after: come[at] }),
  }));
}

/** The order of a list counts: the first fact carries an answer. */
const moved = (before: readonly unknown[], after: readonly unknown[], path: string): Found => ({
  path,
  before: before.join(', '),
  after: after.join(', '),
});

function without(list: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const entry of other) left.set(entry, (left.get(entry) ?? 0) + 1);
  return list.filter((entry) => {
    const count = left.get(entry) ?? 0;
    left.set(entry, count - 1);
    return count <= 0;
  });
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a value says; nothing given and no key are the same. */
function write(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
