import { isAlias, isCollection, isScalar, visit, type YAMLError } from 'yaml';
import { explainSyntax } from './explain-syntax';
import { YamlDocument } from './yaml-document';

/** A fault of the YAML itself, with its line. */
interface SyntaxFault {
  readonly line: number;
  readonly found: string;
  readonly expected: string;
  readonly tip: string;
}

/** `value` is absent where the text cannot be understood at all. */
export interface YamlReading {
  readonly value?: unknown;
  readonly faults: readonly SyntaxFault[];
}

const NO_SHORTHAND = {
  expected: 'plain text',
  tip: 'write the text out here; if it should begin with this sign, put it between quotation marks',
};

/** Far deeper than any content; the full parser would run out of stack. */
const DEEPEST = 100;

/** Reads YAML. Never throws. Anchors, aliases and tags are faults: content needs none, and they can hide bombs. */
export function readYaml(text: string): YamlReading {
  const deep = lineOfDepth(text);
  if (deep !== undefined)
    return { faults: [{ line: deep, found: 'brackets in brackets without end', ...explainSyntax('MISSING_CHAR') }] };
  try {
    return readFully(new YamlDocument(text), text);
  } catch {
    return { faults: [{ line: 1, found: 'text that cannot be read as YAML', ...explainSyntax('IMPOSSIBLE') }] };
  }
}

/** The line on which brackets, or list signs, stand too deep in each other. */
function lineOfDepth(text: string): number | undefined {
  let depth = 0;
  for (const sign of text.matchAll(/[[{]|[\]}]|(?:- ){100}|\n {400}/g)) {
    depth += /[[{]/.test(sign[0]) ? 1 : /[\]}]/.test(sign[0]) ? -1 : DEEPEST;
    if (depth > DEEPEST) return text.slice(0, sign.index).split('\n').length;
    if (depth < 0) depth = 0;
  }
  return undefined;
}

function readFully(yaml: YamlDocument, text: string): YamlReading {
  const { document } = yaml;
  const faults = [...document.errors, ...document.warnings].map((error) => describe(error, yaml));
  const shorthands = findShorthands(yaml);
  const blocking = shorthands.length > 0 || document.errors.length > 0;
  const all = oneEachEntry([...faults, ...shorthands, ...findTwins(yaml)], text);
  return blocking ? { faults: all } : { value: document.toJS({ maxAliasCount: 0 }) as unknown, faults: all };
}

function describe(error: YAMLError, yaml: YamlDocument): SyntaxFault {
  const line = yaml.lineAt(error.pos[0]);
  return { line, found: error.message.replace(/\s+/g, ' '), ...explainSyntax(error.code) };
}

function findShorthands(yaml: YamlDocument): SyntaxFault[] {
  const found: SyntaxFault[] = [];
  visit(yaml.document, {
    Node: (_key, node) => {
      const line = yaml.lineAt(node.range?.[0] ?? 0);
      if (isAlias(node)) found.push({ line, found: `an alias, *${node.source}`, ...NO_SHORTHAND });
      else if (node.anchor !== undefined) found.push({ line, found: `an anchor, &${node.anchor}`, ...NO_SHORTHAND });
      else if ((isScalar(node) || isCollection(node)) && node.tag?.startsWith('!'))
        found.push({ line, found: `a tag, ${node.tag}`, ...NO_SHORTHAND });
    },
    Pair: (_key, pair) => {
      if (isScalar(pair.key)) return;
      const line = yaml.lineAt((pair.key as { range?: readonly number[] } | null)?.range?.[0] ?? 0);
      found.push({
        line,
        found: 'brackets before a colon',
        expected: 'a key in plain letters',
        tip: 'put the text between quotation marks',
      });
    },
  });
  return found;
}

function findTwins(yaml: YamlDocument): SyntaxFault[] {
  const found: SyntaxFault[] = [];
  visit(yaml.document, {
    Map: (_key, map) => {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        const line = yaml.lineAt(key.range?.[0] ?? 0);
        if (seen.has(name))
          found.push({ line, found: `the key ${name}: for the second time`, ...explainSyntax('DUPLICATE_KEY') });
        seen.add(name);
      }
    },
  });
  return found;
}

/**
 * One slip makes the parser complain about its line several times, and about lines after it: the first complaint within
 * an entry (what begins at a line that is hardly indented) says it best.
 */
function oneEachEntry(faults: readonly SyntaxFault[], text: string): SyntaxFault[] {
  const entries = entryOfEachLine(text);
  const byEntry = new Map<number, SyntaxFault>();
  for (const fault of [...faults].sort((a, b) => a.line - b.line)) {
    const entry = entries[fault.line - 1] ?? 0;
    if (!byEntry.has(entry)) byEntry.set(entry, fault);
  }
  return [...byEntry.values()];
}

function entryOfEachLine(text: string): number[] {
  let entry = 0;
  return text.split('\n').map((line) => (/^ {0,2}[^ #\t]/.test(line) ? (entry += 1) : entry));
}
