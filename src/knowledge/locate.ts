import { basename, join } from 'node:path';
import type { Fault, Finding, YamlPath } from './fault';
import { readContent } from './reading/read-content';
import { YamlDocument } from './reading/yaml-document';

/** Gives findings their lines and quotes what stands there, in the order of the files. Reads the files again: faults are rare. */
export function locate(directory: string, findings: readonly Finding[]): Fault[] {
  const documents = new Map<string, YamlDocument | undefined>();
  const faults = findings.map((finding) => {
    if (!documents.has(finding.file)) documents.set(finding.file, open(join(directory, finding.file)));
    return toFault(basename(directory), finding, documents.get(finding.file));
  });
  return faults.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
}

function open(path: string): YamlDocument | undefined {
  const content = readContent(path);
  if (content.kind === 'unreadable') return undefined;
  try {
    return new YamlDocument(content.text);
  } catch {
    return undefined;
  }
}

function toFault(folder: string, finding: Finding, yaml: YamlDocument | undefined): Fault {
  const { path, key, expected, tip } = finding;
  const full = key === undefined ? path : [...path, key];
  return {
    file: `${folder}/${finding.file}`,
    line: finding.line ?? yaml?.lineOf(path, key) ?? 1,
    path: sayPath(full, yaml),
    found: finding.found ?? yaml?.quote(path) ?? 'nothing',
    expected,
    tip,
  };
}

/** "topics[number-of-sessions].phrasings[3]": list entries by their id, or counted from 1. */
function sayPath(path: YamlPath, yaml: YamlDocument | undefined): string {
  return path
    .map((step, at) => {
      if (typeof step !== 'number') return at === 0 ? step : `.${step}`;
      const id: unknown = yaml?.document.getIn([...path.slice(0, at + 1), 'id']);
      return `[${typeof id === 'string' ? id : String(step + 1)}]`;
    })
    .join('');
}
