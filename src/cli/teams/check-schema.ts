import { z } from 'zod';

/** Where a value does not fit its JSON schema. */
export interface SchemaFault {
  /** As in the manifest: `bots[0].commandLists[1].commands`. Empty: the whole. */
  readonly path: string;
  /** Completes the sentence "expected …". */
  readonly expected: string;
}

const record = z.record(z.string(), z.unknown());
type Schema = z.infer<typeof record>;
type Check = (value: unknown, schema: Schema, path: string) => SchemaFault[];

/**
 * Checks a JSON value against a JSON schema (draft 4), as far as Microsoft's schemas of the Teams manifest use it; their
 * keywords are listed here one by one. `format` and `default` say nothing about validity.
 *
 * @throws Error when a schema uses a keyword this function does not know: it must not pass for checked
 */
export function checkSchema(value: unknown, root: Schema): SchemaFault[] {
  const check: Check = (inner, schema, path) => {
    const reference = schema['$ref'];
    const own = typeof reference === 'string' ? check(inner, follow(reference, root), path) : [];
    return [...own, ...checkHere(inner, schema, path, check)];
  };
  return check(value, root, '');
}

/** Keywords that constrain nothing, or are read along with another one. */
const SILENT = new Set('$schema $id id $ref title description default examples format definitions then'.split(' '));

function checkHere(value: unknown, schema: Schema, path: string, check: Check): SchemaFault[] {
  return Object.entries(schema).flatMap(([keyword, wanted]) => {
    if (SILENT.has(keyword)) return [];
    const rule = RULES[keyword];
    if (rule === undefined) throw new Error(`The JSON schema uses "${keyword}", which is not known here.`);
    return rule({ value, wanted, schema, path, check });
  });
}

interface Case {
  readonly value: unknown;
  /** What the keyword says. */
  readonly wanted: unknown;
  readonly schema: Schema;
  readonly path: string;
  readonly check: Check;
}

const fault = (path: string, expected: string): SchemaFault[] => [{ path, expected }];
const holds = (path: string, isTrue: boolean, expected: string): SchemaFault[] => (isTrue ? [] : fault(path, expected));
const schemaOf = (value: unknown): Schema => record.parse(value);
const schemasOf = (value: unknown): Schema[] => z.array(record).parse(value);
const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
const fits = ({ value, path, check }: Case, schema: Schema): boolean => check(value, schema, path).length === 0;
const lengthOf = (text: string): number => Array.from(text).length;

/** A rule that says something about one type of value, and nothing about others. */
const forText =
  (rule: (text: string, wanted: never) => [boolean, string]) =>
  ({ value, wanted, path }: Case) =>
    typeof value === 'string' ? holds(path, ...rule(value, wanted as never)) : [];
const forNumber =
  (rule: (value: number, wanted: number) => [boolean, string]) =>
  ({ value, wanted, path }: Case) =>
    typeof value === 'number' ? holds(path, ...rule(value, Number(wanted))) : [];
const forList = (rule: (list: readonly unknown[], wanted: number) => [boolean, string]) => (one: Case) =>
  Array.isArray(one.value) ? holds(one.path, ...rule(one.value, Number(one.wanted))) : [];

const RULES: Readonly<Record<string, (one: Case) => SchemaFault[]>> = {
  type: ({ value, wanted, path }) => {
    const types = [wanted].flat();
    return holds(path, types.includes(typeOf(value)) || isWhole(value, types), `a value of type ${types.join(' or ')}`);
  },
  const: ({ value, wanted, path }) => holds(path, value === wanted, JSON.stringify(wanted)),
  enum: ({ value, wanted, path }) =>
    holds(path, z.array(z.unknown()).parse(wanted).includes(value), `one of ${JSON.stringify(wanted)}`),
  maxLength: forText((text, most: number) => [lengthOf(text) <= most, `at most ${most} characters`]),
  minLength: forText((text, least: number) => [lengthOf(text) >= least, `at least ${least} characters`]),
  pattern: forText((text, pattern: string) => [new RegExp(pattern, 'u').test(text), `a text like ${pattern}`]),
  minimum: forNumber((value, least) => [value >= least, `at least ${least}`]),
  maximum: forNumber((value, most) => [value <= most, `at most ${most}`]),
  maxItems: forList((list, most) => [list.length <= most, `at most ${most} entries`]),
  minItems: forList((list, least) => [list.length >= least, `at least ${least} entries`]),
  uniqueItems: forList((list) => [
    new Set(list.map((item) => JSON.stringify(item))).size === list.length,
    'no entry twice',
  ]),
  minProperties: ({ value, wanted, path }) =>
    isRecord(value) ? holds(path, entriesOf(value).length >= Number(wanted), `at least ${String(wanted)} entries`) : [],
  items: ({ value, wanted, path, check }) =>
    Array.isArray(value) ? value.flatMap((item, at) => check(item, schemaOf(wanted), `${path}[${at}]`)) : [],
  required: ({ value, wanted, path }) =>
    isRecord(value)
      ? z
          .array(z.string())
          .parse(wanted)
          .flatMap((name) => holds(join(path, name), name in value, 'a value'))
      : [],
  properties: ({ value, wanted, path, check }) => {
    const schemas = schemaOf(wanted);
    return entriesOf(value).flatMap(([name, inner]) =>
      name in schemas ? check(inner, schemaOf(schemas[name]), join(path, name)) : [],
    );
  },
  patternProperties: ({ value, wanted, path, check }) =>
    entriesOf(value).flatMap(([name, inner]) =>
      Object.entries(schemaOf(wanted))
        .filter(([pattern]) => new RegExp(pattern).test(name))
        .flatMap(([, schema]) => check(inner, schemaOf(schema), join(path, name))),
    ),
  additionalProperties: ({ value, wanted, schema, path, check }) =>
    entriesOf(value)
      .filter(([name]) => !isNamed(name, schema))
      .flatMap(([name, inner]) => {
        if (wanted === false) return fault(join(path, name), 'no such entry');
        return wanted === true ? [] : check(inner, schemaOf(wanted), join(path, name));
      }),
  dependencies: ({ value, wanted, path, check }) =>
    Object.entries(schemaOf(wanted)).flatMap(([name, needs]) => {
      if (!isRecord(value) || !(name in value)) return [];
      return Array.isArray(needs) ? check(value, { required: needs }, path) : check(value, schemaOf(needs), path);
    }),
  allOf: ({ value, wanted, path, check }) => schemasOf(wanted).flatMap((schema) => check(value, schema, path)),
  anyOf: (one) =>
    holds(
      one.path,
      schemasOf(one.wanted).some((schema) => fits(one, schema)),
      'one of the allowed forms',
    ),
  oneOf: (one) => {
    const count = schemasOf(one.wanted).filter((schema) => fits(one, schema)).length;
    return holds(one.path, count === 1, 'exactly one of the allowed forms');
  },
  not: (one) => holds(one.path, !fits(one, schemaOf(one.wanted)), 'not this combination'),
  // Draft 4 does not know "if": whoever reads by its letter passes over it, and so does Microsoft's own check.
  if: () => [],
};

function follow(reference: string, root: Schema): Schema {
  const steps = reference.replace(/^#\//, '').split('/');
  return schemaOf(steps.reduce<unknown>((schema, step) => schemaOf(schema)[step], root));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeOf(value) === 'object';
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function isWhole(value: unknown, types: readonly unknown[]): boolean {
  return types.includes('integer') && Number.isInteger(value);
}

function isNamed(name: string, { properties, patternProperties }: Schema): boolean {
  const patterns = Object.keys(schemaOf(patternProperties ?? {}));
  return name in schemaOf(properties ?? {}) || patterns.some((pattern) => new RegExp(pattern).test(name));
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
