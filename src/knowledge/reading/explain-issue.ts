import type { z } from 'zod';
import type { Finding, YamlPath } from '../fault';
import { keysAt } from './keys-at';
import { nearest, suggest } from './nearest';

/** The parts of a finding that a schema's complaint decides. */
type Explained = Omit<Finding, 'file'>;

/** Of one group: a group with more strange keys is another group altogether. */
const MOST_KEYS = 50;

const NAMES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list: one line for each, beginning with "- "',
  object: 'a group of "key: value" lines',
  record: 'a group of "key: value" lines',
};

/** Turns one complaint of a schema about a file's value into what a person who edits the file needs to know. */
export function explainIssue(issue: z.core.$ZodIssue, schema: z.core.$ZodType, value: unknown): readonly Explained[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.slice(0, MOST_KEYS).map((key) => explainUnknownKey(key, path, schema));
    case 'invalid_union':
      return explainUnion(issue, path, schema, value);
    case 'invalid_key':
      return [explainBadKey(issue, path)];
    case 'custom':
      return [explainCustom(issue, path)];
    case 'invalid_value':
      return [
        {
          path,
          expected: issue.message,
          tip: suggest(String(valueAt(value, path)), issue.values.map(String), 'choose one'),
        },
      ];
    default:
      return [{ path, expected: expectationOf(issue), tip: tipFor(issue, path, schema, value) }];
  }
}

function explainUnknownKey(key: string, path: YamlPath, schema: z.core.$ZodType): Explained {
  const known = keysAt(schema, path);
  const expected = known.length === 0 ? 'a known key' : `one of ${known.join(', ')}`;
  return { path, key, found: `the unknown key ${key}:`, expected, tip: suggest(key, known, 'keys that exist here') };
}

function explainBadKey(issue: z.core.$ZodIssueInvalidKey, path: YamlPath): Explained {
  return {
    path,
    found: `the key ${String(path.at(-1))}:`,
    expected: issue.issues[0]?.message ?? issue.message,
    tip: 'rename it',
  };
}

/** Of the ways a value could have been meant, the one it fails least. */
function explainUnion(
  issue: z.core.$ZodIssueInvalidUnion,
  path: YamlPath,
  schema: z.core.$ZodType,
  value: unknown,
): readonly Explained[] {
  const [meant, ...others] = issue.errors.filter((errors) => !errors.some(isOfAnotherKind));
  if (meant !== undefined && others.length === 0 && issue.errors.length > 1)
    return meant.flatMap((inner) => explainIssue({ ...inner, path: [...issue.path, ...inner.path] }, schema, value));
  const given = valueAt(value, path);
  const told = issue.errors.flat().find((inner) => inner.code === 'custom' && foundIn(inner) !== undefined);
  if (told?.code === 'custom') return [{ ...explainCustom(told, path), expected: issue.message }];
  if (typeof given !== 'object' || given === null)
    return [{ path, expected: issue.message, tip: tipFor(issue, path, schema, value) }];
  const known = keysAt(schema, path);
  const strange = Object.keys(given).find((key) => !known.includes(key));
  const tip = strange === undefined ? 'give exactly one of them' : suggest(strange, known, 'keys that exist here');
  return [{ path, expected: issue.message, tip }];
}

/** A list was given where this way wants a text, and the like: it cannot have been meant. */
function isOfAnotherKind(issue: z.core.$ZodIssue): boolean {
  return issue.code === 'invalid_type' && issue.path.length === 0;
}

/** Own rules of the schemas: `params` may hold what was found, a tip, or a misspelt name with the names there are. */
interface RuleDetails {
  readonly found?: string;
  readonly tip?: string;
  readonly misspelt?: string;
  readonly known?: readonly string[];
}

const foundIn = ({ params }: z.core.$ZodIssueCustom): string | undefined => (params as RuleDetails | undefined)?.found;

function explainCustom(issue: z.core.$ZodIssueCustom, path: YamlPath): Explained {
  const { found, tip, misspelt, known } = (issue.params ?? {}) as RuleDetails;
  const near = misspelt === undefined ? undefined : nearest(misspelt, known ?? []);
  const mend = near === undefined ? (tip ?? 'change it so that it is') : `did you mean {${near}}?`;
  return { path, ...(found === undefined ? {} : { found }), expected: issue.message, tip: mend };
}

function expectationOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.message.startsWith('Invalid input'))
    return NAMES[issue.expected] ?? issue.expected;
  return issue.message;
}

function tipFor(issue: z.core.$ZodIssue, path: YamlPath, schema: z.core.$ZodType, whole: unknown): string {
  const given = valueAt(whole, path);
  const key = String(path.at(-1) ?? '');
  if (given === undefined) return missingTip(key, path, whole, schema);
  if (given === null) return 'write it after the colon; if it is not known and not required, delete the whole line';
  if (issue.code === 'too_small') return 'add what is missing';
  if (issue.code === 'too_big') return 'shorten it';
  const expectsText = issue.code === 'invalid_type' && issue.expected === 'string';
  if (expectsText && typeof given === 'object')
    return "put the whole text between quotation marks ('…'), because a colon followed by a space divides it";
  if (expectsText) return "put it between quotation marks: '…'";
  if (issue.code === 'invalid_type' && issue.expected === 'array')
    return 'put it on a line of its own that begins with "- ", under the key';
  return 'write it as expected; another entry of the same file shows how';
}

function missingTip(key: string, path: YamlPath, whole: unknown, schema: z.core.$ZodType): string {
  if (path.length === 0)
    return 'the file is empty: bring it back from a backup or from the version this program came with';
  const around = valueAt(whole, path.slice(0, -1));
  const known = keysAt(schema, path.slice(0, -1));
  const strange = Object.keys(around ?? {}).filter((candidate) => !known.includes(candidate));
  const near = nearest(key, strange);
  return near === undefined ? `add a line "${key}: …"` : `is "${near}:" a misspelling of "${key}:"?`;
}

function valueAt(value: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[step] : undefined,
    value,
  );
}
