import type { ClinicFault } from '../../../staff/clinic/clinic-fault';
import type { ClinicField, Column, Shape } from '../../../staff/clinic/form-fields';
import type { TypedClinic } from '../../../staff/clinic/read-clinic-form';
import { type Html, html } from '../../../text/html';
import { drawTextArea } from '../content/draw-answer-form';
import { drawField, drawTick } from '../pages/draw-form';
import type { Scene } from '../scene';
import { columnLabel } from './column-label';
import { drawHours } from './draw-hours';

type Values = Readonly<Record<string, unknown>>;

/** Empty rows after those that are filled in; a script adds more. */
const SPARE_ROWS = 1;

/** The fields of the clinic's data with what stands in them and what is wrong with it. */
export function drawClinicFields(
  scene: Scene,
  fields: readonly ClinicField[],
  { values, hours }: TypedClinic,
  faults: readonly ClinicFault[],
): Html[] {
  return fields.map((field) =>
    field.kind === 'hours' ? drawHours(scene, hours, faults) : drawDatum(scene, field, values[field.name], faults),
  );
}

function drawDatum(
  scene: Scene,
  field: Exclude<ClinicField, { kind: 'hours' }>,
  value: unknown,
  faults: readonly ClinicFault[],
): Html {
  const { fields, clinicHints, clinicFaults } = scene.texts;
  const { name } = field;
  const label = (fields as Readonly<Record<string, string>>)[name] ?? name;
  const hint = (clinicHints as Readonly<Record<string, string>>)[name];
  const code = faults.find((one) => one.field === name)?.code;
  const fault = code && clinicFaults[code];
  switch (field.kind) {
    case 'tick':
      return drawTick(name, 'yes', label, { hint, checked: value === true });
    case 'line': {
      const text = typeof value === 'string' ? value : '';
      const list = name === 'emergency' ? 'emergency-numbers' : undefined;
      const drawn = drawField({ name, label, hint, value: text, fault, list, ...inputOf(field.shape) });
      return list === undefined ? drawn : html`${drawn} ${drawNumbers(scene, list)}`;
    }
    case 'lines': {
      const text = Array.isArray(value) ? value.map(String).join('\n') : '';
      return drawTextArea({ name, label, hint: hint ?? clinicHints.lines, value: text, rows: 4, fault });
    }
    case 'rows':
      return drawRows(scene, field, Array.isArray(value) ? (value as Values[]) : [], { label, hint, faults });
    default:
      return field satisfies never;
  }
}

/** Ambulance numbers by country, to choose from. */
const drawNumbers = ({ texts }: Scene, id: string): Html =>
  html`<datalist id="${id}">
    ${texts.emergencyNumbers.map(({ country, number }) => html`<option value="${number}">${country}</option>`)}
  </datalist>`;

const inputOf = (shape: Shape): { readonly direction?: 'ltr'; readonly type?: 'date' } =>
  shape === 'text' ? {} : shape === 'date' ? { type: 'date' } : { direction: 'ltr' };

interface RowsView {
  readonly label: string;
  readonly hint: string | undefined;
  readonly faults: readonly ClinicFault[];
}

function drawRows(
  scene: Scene,
  { name, columns }: Extract<ClinicField, { kind: 'rows' }>,
  rows: readonly Values[],
  { label, hint, faults }: RowsView,
): Html {
  const { clinicHints, clinicForm } = scene.texts;
  const all: readonly Values[] = [...rows, ...Array.from({ length: SPARE_ROWS }, () => ({}))];
  return html`<fieldset class="rows-field" data-rows id="${name}">
    <legend>${label}</legend>
    <p class="hint">${hint} ${clinicHints.rows}</p>
    ${all.map(
      (row, at) =>
        html`<div class="row" role="group" aria-label="${label} ${at + 1}">
          ${columns.map((column) => drawCell(scene, column, row[column.name], `${name}-${at}-${column.name}`, `${name}.${column.name}`, faults))}
        </div>`,
    )}
    <button type="button" class="button quiet" data-add-row hidden>${clinicForm.addRow}</button>
  </fieldset>`;
}

/** A box of a row, with its label. */
function drawCell(
  { texts }: Scene,
  { shape }: Column,
  value: unknown,
  id: string,
  name: string,
  faults: readonly ClinicFault[],
): Html {
  const label = columnLabel(texts, name);
  const code = faults.find(({ field }) => field === id)?.code;
  const marks = code === undefined ? undefined : html`aria-invalid="true" aria-describedby="${id}-fault"`;
  const { direction, type = 'text' } = inputOf(shape);
  return html`<div class="field">
    <label for="${id}">${label}</label>
    ${
      shape === 'yes-no'
        ? html`<select id="${id}" name="${name}" ${marks}>
            <option value="">—</option>
            <option value="yes" ${value === true ? html`selected` : undefined}>${texts.clinicForm.yes}</option>
            <option value="no" ${value === false ? html`selected` : undefined}>${texts.clinicForm.no}</option>
          </select>`
        : html`<input
            id="${id}"
            name="${name}"
            type="${type}"
            value="${typeof value === 'string' ? value : ''}"
            ${direction === undefined ? undefined : html`dir="${direction}"`}
            ${marks}
          />`
    }
    ${code === undefined ? undefined : html`<p class="fault" id="${id}-fault">${texts.clinicFaults[code]}</p>`}
  </div>`;
}
