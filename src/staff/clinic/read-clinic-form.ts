import { parse } from 'yaml';
import { clinicSchema } from '../../knowledge/schema/clinic';
import type { ClinicField, Shape } from './form-fields';

/** The fields of the form as they were sent. */
export interface SentFields {
  text(name: string): string;
  all(name: string): readonly string[];
}

/** What was read: a clinic, or the fields that must be mended, with what was typed. */
export type ClinicReading =
  | { readonly kind: 'clinic'; readonly value: Readonly<Record<string, unknown>> }
  | { readonly kind: 'faults'; readonly fields: readonly string[]; readonly value: Readonly<Record<string, unknown>> };

/** Reads the form of the clinic's data. Pure. */
export function readClinicForm(form: SentFields, fields: readonly ClinicField[]): ClinicReading {
  const broken: string[] = [];
  const value = Object.fromEntries(
    fields.flatMap((field) => {
      const read = readField(form, field, () => broken.push(field.name));
      return read === undefined ? [] : [[field.name, read] as const];
    }),
  );
  const parsed = clinicSchema.safeParse(value);
  const faults = [...broken, ...(parsed.error?.issues.map(({ path }) => String(path[0] ?? '')) ?? [])];
  if (faults.length > 0) return { kind: 'faults', fields: [...new Set(faults)], value };
  return { kind: 'clinic', value };
}

function readField(form: SentFields, field: ClinicField, refuse: () => void): unknown {
  switch (field.kind) {
    case 'line':
      return orNothing(mend(form.text(field.name), field.shape));
    case 'lines': {
      const lines = form
        .text(field.name)
        .split('\n')
        .map((line) => mend(line, field.shape));
      const full = lines.filter((line) => line !== '');
      return full.length === 0 ? undefined : full;
    }
    case 'tick':
      return form.all(field.name).includes('yes');
    case 'rows': {
      const columns = field.columns.map(({ name, shape }) =>
        form.all(`${field.name}.${name}`).map((text) => [name, mend(text, shape)] as const),
      );
      const rows = (columns[0] ?? []).map((_unused, at) =>
        Object.fromEntries(columns.flatMap((column) => (column[at] && column[at][1] !== '' ? [column[at]] : []))),
      );
      const full = rows.filter((row) => Object.keys(row).length > 0);
      return full.length === 0 ? undefined : full;
    }
    case 'yaml':
      return readYamlField(form.text(field.name), refuse);
    default:
      return field satisfies never;
  }
}

/** Written by hand: aliases and tags are refused, as in the files. */
function readYamlField(text: string, refuse: () => void): unknown {
  if (text.trim() === '') return undefined;
  try {
    return parse(text, { maxAliasCount: 0, schema: 'core' }) as unknown;
  } catch {
    refuse();
    return text;
  }
}

const orNothing = (text: string): string | undefined => (text === '' ? undefined : text);

const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Invisible signs that come along with copying go; numbers are written with the digits every telephone knows. */
export function mend(text: string, shape: Shape): string {
  const plain = text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
  return shape === 'digits' ? plain.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, toDigit) : plain;
}

/** Arabic-Indic and Persian digits end in the hexadecimal digit they stand for. */
const toDigit = (digit: string): string => String(digit.charCodeAt(0) & 0xf);
