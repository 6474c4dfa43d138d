import { isAlias, isCollection, isScalar, visit, type YAMLError } from 'yaml';
import { explainSyntax } from './explain-syntax';
import { readPlainYaml } from './read-plain-yaml';
import { YamlDocument } from './yaml-document';

/** A fault of the YAML itself, with its line. */
export interface SyntaxFault {
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

const NO_SHORTHAND = { expected: 'plain text', tip: 'write the text out here; if it should begin with this sign, put it between quotation marks' };

/** Reads YAML. Never throws. Anchors, aliases and tags are faults: content needs none, and they can hide bombs. */
export function readYaml(text: string): YamlReading {
  const plain = readPlainYaml(text);
  if (plain !== undefined) return { value: plain, faults: [] };
  try {
    return readFully(new YamlDocument(text));
  } catch (error) {
    const tooDeep = error instanceof RangeError;
    const found = tooDeep ? 'brackets or lines nested too deep to read' : 'text that cannot be read as YAML';
    return { faults: [{ line: 1, found, ...explainSyntax('IMPOSSIBLE') }] };
  }
}

function readFully(yaml: YamlDocument): YamlReading {
  const { document } = yaml;
  const faults = [...document.errors, ...document.warnings].map((error) => describe(error, yaml));
  const shorthands = findShorthands(yaml);
  const blocking = shorthands.length > 0 || document.errors.some((error) => error.code !== 'DUPLICATE_KEY');
  const all = oneEachLine([...faults, ...shorthands]);
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
      found.push({ line, found: 'brackets before a colon', expected: 'a key in plain letters', tip: 'put the text between quotation marks' });
    },
  });
  return found;
}

/** One slip makes the parser complain several times about a line: the first says it best. */
function oneEachLine(faults: readonly SyntaxFault[]): SyntaxFault[] {
  const byLine = new Map<number, SyntaxFault>();
  for (const fault of faults) if (!byLine.has(fault.line)) byLine.set(fault.line, fault);
  return [...byLine.values()].sort((a, b) => a.line - b.line);
}
