import { z } from 'zod';
import { clinicSchema } from '../../knowledge/schema/clinic';

/** How a datum of the clinic is filled in. */
export type ClinicField = { readonly name: string } & (
  | { readonly kind: 'line' | 'lines'; readonly shape: Shape }
  | { readonly kind: 'tick' }
  | { readonly kind: 'rows'; readonly columns: readonly Column[] }
  /** Days, shifts, Ramadan and holidays have a form of their own. */
  | { readonly kind: 'hours' }
);

/** A box of each row. */
export interface Column {
  readonly name: string;
  readonly shape: Shape;
}

/** What a value has to look like: telephones and numbers are mended, links checked. */
export type Shape = 'text' | 'digits' | 'link' | 'date' | 'yes-no';

interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly pattern?: string;
  readonly format?: string;
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
  if (name === 'hours') return { name, kind: 'hours' };
  const plain = alternatives(schema).filter(({ type }) => type !== 'null');
  const [first] = plain;
  if (plain.every(({ type }) => type === 'string')) return { name, kind: 'line', shape: shapeOf(plain) };
  if (first?.type === 'boolean') return { name, kind: 'tick' };
  const inner = alternatives(first?.items ?? {});
  if (inner.every(({ type }) => type === 'string')) return { name, kind: 'lines', shape: shapeOf(inner) };
  const columns = Object.entries(inner[0]?.properties ?? {});
  if (columns.length === 0) throw new Error(`the console has no form for "${name}" of clinic.yaml`);
  return {
    name,
    kind: 'rows',
    columns: columns.map(([column, of]) => ({ name: column, shape: shapeOf(alternatives(of)) })),
  };
}

const alternatives = (schema: JsonSchema): readonly JsonSchema[] => schema.anyOf?.flatMap(alternatives) ?? [schema];

function shapeOf(schemas: readonly JsonSchema[]): Shape {
  if (schemas.some(({ type }) => [type].flat().includes('boolean'))) return 'yes-no';
  if (schemas.some(({ format }) => format === 'date')) return 'date';
  const patterns = schemas.map(({ pattern = '' }) => pattern);
  if (patterns.some((pattern) => pattern.includes('[0-9]') && !pattern.includes('http'))) return 'digits';
  return patterns.some((pattern) => pattern.includes('http')) ? 'link' : 'text';
}
