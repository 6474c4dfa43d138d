import { z } from 'zod';
import { clinicSchema } from '../../knowledge/schema/clinic';

/** How a datum of the clinic is filled in; what no form can show is written as YAML. */
export type ClinicField = { readonly name: string } & (
  | { readonly kind: 'line' | 'lines' | 'tick' | 'yaml'; readonly shape: Shape }
  | { readonly kind: 'rows'; readonly columns: readonly { readonly name: string; readonly shape: Shape }[] }
);

/** What a value has to look like: telephones and numbers are mended, links checked. */
export type Shape = 'text' | 'digits' | 'link';

interface JsonSchema {
  readonly type?: string;
  readonly pattern?: string;
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
}

/** The form of the clinic's data, derived from the schema of clinic.yaml: a new datum has its field by itself. */
export function clinicFields(): readonly ClinicField[] {
  const { properties = {} } = z.toJSONSchema(clinicSchema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  return Object.entries(properties).map(([name, schema]) => fieldOf(name, schema));
}

function fieldOf(name: string, schema: JsonSchema): ClinicField {
  const plain = alternatives(schema).filter(({ type }) => type !== 'null');
  const [first] = plain;
  if (plain.every(({ type }) => type === 'string')) return { name, kind: 'line', shape: shapeOf(plain) };
  if (plain.length > 1 || first === undefined) return { name, kind: 'yaml', shape: 'text' };
  if (first.type === 'boolean') return { name, kind: 'tick', shape: 'text' };
  if (first.type === 'array') return listField(name, first.items ?? {});
  return { name, kind: 'yaml', shape: 'text' };
}

function listField(name: string, items: JsonSchema): ClinicField {
  const inner = alternatives(items);
  if (inner.every(({ type }) => type === 'string')) return { name, kind: 'lines', shape: shapeOf(inner) };
  const columns = Object.entries(inner[0]?.properties ?? {});
  const isFlat = columns.every(([, schema]) =>
    alternatives(schema).every(({ type }) => type === 'string' || type === 'null'),
  );
  if (inner.length !== 1 || columns.length === 0 || !isFlat) return { name, kind: 'yaml', shape: 'text' };
  return {
    name,
    kind: 'rows',
    columns: columns.map(([column, schema]) => ({ name: column, shape: shapeOf(alternatives(schema)) })),
  };
}

const alternatives = (schema: JsonSchema): readonly JsonSchema[] => schema.anyOf?.flatMap(alternatives) ?? [schema];

function shapeOf(schemas: readonly JsonSchema[]): Shape {
  const patterns = schemas.map(({ pattern = '' }) => pattern);
  if (patterns.some((pattern) => pattern.includes('[0-9]') && !pattern.includes('http'))) return 'digits';
  return patterns.some((pattern) => pattern.includes('http')) ? 'link' : 'text';
}
