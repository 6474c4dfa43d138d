import { clinicSchema } from '../../knowledge/schema/clinic';
import type { ClinicFault } from './clinic-fault';
import type { ClinicField, Column } from './form-fields';
import { mend } from './mend';
import { readHours } from './read-hours';
import type { SentFields } from './sent-fields';
import { readTypedHours, type TypedHours } from './typed-hours';

/** What stands in the form, right or wrong. */
export interface TypedClinic {
  readonly values: Readonly<Record<string, unknown>>;
  readonly hours: TypedHours;
}

/** What was read: a clinic, or what must be mended first. */
export type ClinicReading = { readonly typed: TypedClinic } & (
  | { readonly kind: 'clinic'; readonly value: Readonly<Record<string, unknown>> }
  | { readonly kind: 'faults'; readonly faults: readonly ClinicFault[] }
);

/** Reads the form of the clinic's data. Pure. */
export function readClinicForm(form: SentFields, fields: readonly ClinicField[]): ClinicReading {
  const hours = readTypedHours(form);
  const faults: ClinicFault[] = [];
  const value = Object.fromEntries(
    fields.flatMap((field) => {
      const read =
        field.kind === 'hours'
          ? readHours(hours, (at, code) => faults.push({ field: at, code }))
          : readField(form, field);
      return read === undefined ? [] : [[field.name, read] as const];
    }),
  );
  const typed = { values: value, hours };
  const issues = clinicSchema.safeParse(value).error?.issues ?? [];
  const found = issues.flatMap(({ path }) => (path[0] === 'hours' ? [] : [faultAt(path.map(String), fields)]));
  if (faults.length + issues.length === 0) return { kind: 'clinic', value, typed };
  // The schema of the hours knows nothing the form does not: should it one day, the week is pointed at.
  const rest = faults.length + found.length === 0 ? [{ field: 'hours-week', code: 'halfShift' as const }] : [];
  return { kind: 'faults', faults: [...faults, ...found, ...rest], typed };
}

function readField(form: SentFields, field: Exclude<ClinicField, { kind: 'hours' }>): unknown {
  switch (field.kind) {
    case 'line':
      return orNothing(mend(form.text(field.name), field.shape));
    case 'lines': {
      const lines = form
        .text(field.name)
        .split('\n')
        .map((line) => mend(line, field.shape))
        .filter((line) => line !== '');
      return lines.length === 0 ? undefined : lines;
    }
    case 'tick':
      return form.all(field.name).includes('yes');
    case 'rows': {
      const columns = field.columns.map((column) => ({ column, sent: form.all(`${field.name}.${column.name}`) }));
      const rows = (columns[0]?.sent ?? []).map((_unused, at) =>
        Object.fromEntries(columns.flatMap(({ column, sent }) => readCell(column, sent[at] ?? ''))),
      );
      const full = rows.filter((row) => Object.keys(row).length > 0);
      return full.length === 0 ? undefined : full;
    }
    default:
      return field satisfies never;
  }
}

function readCell({ name, shape }: Column, sent: string): (readonly [string, string | boolean])[] {
  const text = mend(sent, shape);
  if (text === '') return [];
  return [[name, shape === 'yes-no' ? text === 'yes' : text]];
}

/** The field an issue of the schema is about: a line, or a box of a row. */
function faultAt([name = '', row, column]: readonly string[], fields: readonly ClinicField[]): ClinicFault {
  const field = fields.find((one) => one.name === name);
  if (field?.kind === 'rows') {
    const shape = field.columns.find((one) => one.name === column)?.shape;
    return {
      field: [name, row ?? '0', column ?? field.columns[0]?.name ?? ''].join('-'),
      code: shape === 'date' ? 'date' : 'rows',
    };
  }
  const shape = field?.kind === 'line' || field?.kind === 'lines' ? field.shape : 'text';
  return { field: name, code: shape === 'digits' || shape === 'link' ? shape : 'text' };
}

const orNothing = (text: string): string | undefined => (text === '' ? undefined : text);
