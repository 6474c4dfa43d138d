import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { YamlPath } from '../fault';

const LONGEST_QUOTE = 60;

/** A YAML text read in full, with the line of everything in it. Slow: only for files in which something is wrong. */
export class YamlDocument {
  private readonly lines = new LineCounter();
  readonly document: Document.Parsed;

  constructor(text: string) {
    // The package compares each key with all others to find twins, which takes minutes for a long file: read-yaml finds them.
    const options = { lineCounter: this.lines, prettyErrors: false, logLevel: 'error', uniqueKeys: false } as const;
    this.document = parseDocument(text, options);
  }

  /** The line, from 1, of a position in the text. */
  lineAt(offset: number): number {
    return Math.max(1, this.lines.linePos(offset).line);
  }

  /** The line of what stands at a path (of its key, where it has one); of the nearest thing around it, where nothing does. */
  lineOf(path: YamlPath, key?: string): number {
    let offset = this.document.contents?.range[0] ?? 0;
    let node: unknown = this.document.contents;
    for (const step of key === undefined ? path : [...path, key]) {
      const next = entryOf(node, step);
      if (next === undefined) break;
      offset = next.offset ?? offset;
      node = next.value;
    }
    return this.lineAt(offset);
  }

  /** What stands at a path, as its writer sees it. */
  quote(path: YamlPath): string {
    let node: unknown = this.document.contents;
    for (const step of path) node = entryOf(node, step)?.value;
    if (isMap(node)) return `a group with ${node.items.map((pair) => `${String(pair.key)}:`).join(' ')}`.slice(0, 90);
    if (isSeq(node)) return node.items.length === 0 ? 'an empty list' : `a list of ${node.items.length}`;
    if (!isScalar(node)) return 'nothing';
    return quoteScalar(node.value, node.source);
  }
}

function quoteScalar(value: unknown, source: string | undefined): string {
  const written = source ?? String(value);
  if (value === null) return 'nothing';
  if (typeof value === 'number' || typeof value === 'bigint') return `the number ${written}`;
  if (typeof value === 'boolean') return `${written} (yes or no, not a text)`;
  const oneLine = written.trim().replace(/\s+/g, ' ');
  return oneLine === ''
    ? 'an empty text'
    : `"${oneLine.length > LONGEST_QUOTE ? `${oneLine.slice(0, LONGEST_QUOTE)}…` : oneLine}"`;
}

function entryOf(node: unknown, step: string | number): { value: unknown; offset: number | undefined } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
    return isPair(pair) ? { value: pair.value, offset: startOf(pair.key) } : undefined;
  }
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return item === undefined ? undefined : { value: item, offset: startOf(item) };
  }
  return undefined;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? (node as Node).range?.[0] : undefined;
}
