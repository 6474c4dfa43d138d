import { stringify } from 'yaml';
import { compareItems } from '../../../staff/content/describe-item';
import { type ClinicField, clinicFields } from '../../../staff/clinic/form-fields';
import { readClinicForm } from '../../../staff/clinic/read-clinic-form';
import { type Html, html } from '../../../text/html';
import type { ConsoleTools } from '../console-dependencies';
import { baseOf, type ConsoleContent, liveValue } from '../content/content-tools';
import { drawTextArea } from '../content/draw-answer-form';
import { drawDiff, fieldName } from '../content/draw-diff';
import { drawField, drawForm, drawSubmit, drawTick } from '../pages/draw-form';
import { drawPage } from '../pages/draw-page';
import type { Scene } from '../scene';
import type { MemberRequest, StaffReply, StaffRoute } from '../staff-route';

/** Empty rows after those that are filled in. */
const SPARE_ROWS = 2;
/** Letters of a value in the audit. */
const LONGEST_TOLD = 80;

type Values = Readonly<Record<string, unknown>>;

/** The clinic's own data as a form: live as soon as they are saved, and undone as easily. */
export function clinicRoutes(tools: ConsoleTools, content: ConsoleContent): readonly StaffRoute[] {
  const fields = clinicFields();
  return [
    {
      method: 'GET',
      path: '/staff/clinic',
      needs: 'reads',
      handle: async (request) => show(request, tools, fields, (await liveValue(content, 'clinic')) as Values),
    },
    {
      method: 'POST',
      path: '/staff/clinic',
      needs: 'edits',
      handle: (request) => save(request, tools, content, fields),
    },
  ];
}

async function save(
  request: MemberRequest,
  tools: ConsoleTools,
  content: ConsoleContent,
  fields: readonly ClinicField[],
): Promise<StaffReply> {
  const { member, form } = request;
  const reading = readClinicForm(form, fields);
  if (reading.kind === 'faults') return show(request, tools, fields, reading.value, { faults: reading.fields });
  const before = await liveValue(content, 'clinic');
  const changed = compareItems('clinic', before, reading.value);
  if (changed.length === 0) return show(request, tools, fields, reading.value, { changed: html`` });
  const change = { key: 'clinic', value: reading.value, base: baseOf(content, 'clinic') };
  await content.store.publish({ by: member.name, approvedBy: '', changes: [change], questions: [] });
  for (const { field, from, to } of changed) {
    const values = { field: fieldName(field, tools.texts.ar), from: short(from), to: short(to) };
    await tools.store.audit({ kind: 'clinic-changed', who: member.name, values });
  }
  await content.refresh();
  return show(request, tools, fields, reading.value, { changed: drawDiff(tools.sceneOf(request), changed) });
}

const short = (text: string): string => {
  const line = text.replaceAll('\n', ' · ');
  return line === '' ? '—' : line.length > LONGEST_TOLD ? `${line.slice(0, LONGEST_TOLD)}…` : line;
};

function show(
  request: MemberRequest,
  tools: ConsoleTools,
  fields: readonly ClinicField[],
  values: Values,
  { faults = [], changed }: { readonly faults?: readonly string[]; readonly changed?: Html } = {},
): StaffReply {
  const scene = tools.sceneOf(request);
  const { clinicForm } = scene.texts;
  const mayEdit = request.member.roles.includes('edits');
  const form = html`<fieldset class="form" ${mayEdit ? undefined : html`disabled`}>
      ${fields.map((field) => drawDatum(scene, field, values[field.name], faults.includes(field.name)))}
    </fieldset>
    ${mayEdit ? drawSubmit(clinicForm.save) : undefined}`;
  const body = html`${changed === undefined ? undefined : html`<section class="card marked">${changed}</section>`}
    <p><a href="/staff/versions/clinic">${scene.texts.answers.versions}</a></p>
    ${drawForm(scene, '/staff/clinic', form, { className: 'card form', keep: 'clinic' })}`;
  const notice = faults.length > 0 ? clinicForm.faults : changed === undefined ? undefined : clinicForm.saved;
  return {
    kind: 'page',
    status: faults.length > 0 ? 400 : 200,
    page: drawPage(scene, { title: clinicForm.title, lead: clinicForm.lead, notice, body }),
  };
}

function drawDatum(scene: Scene, field: ClinicField, value: unknown, isBroken: boolean): Html {
  const { fields, clinicHints, clinicFaults } = scene.texts;
  const label = (fields as Readonly<Record<string, string>>)[field.name] ?? field.name;
  const hint = (clinicHints as Readonly<Record<string, string>>)[field.name];
  const { name } = field;
  switch (field.kind) {
    case 'tick':
      return drawTick(name, 'yes', label, { hint, checked: value === true });
    case 'line': {
      const fault = isBroken ? clinicFaults[field.shape] : undefined;
      const text = typeof value === 'string' ? value : '';
      const direction = field.shape === 'text' ? undefined : 'ltr';
      return drawField({ name, label, hint, value: text, fault, direction });
    }
    case 'lines': {
      const fault = isBroken ? clinicFaults[field.shape] : undefined;
      const text = Array.isArray(value) ? value.map(String).join('\n') : '';
      return drawTextArea({ name, label, hint: hint ?? clinicHints.lines, value: text, rows: 4, fault });
    }
    case 'rows':
      return drawRows(scene, field, Array.isArray(value) ? (value as Values[]) : [], label, hint, isBroken);
    case 'yaml': {
      const text =
        value === undefined || value === null
          ? ''
          : typeof value === 'string'
            ? value
            : stringify(value, { lineWidth: 0 });
      const fault = isBroken ? clinicFaults.yaml : undefined;
      return drawTextArea({ name, label, hint: hint ?? clinicHints.yaml, value: text, rows: 6, fault });
    }
    default:
      return field satisfies never;
  }
}

function drawRows(
  { texts }: Scene,
  { name, columns }: Extract<ClinicField, { kind: 'rows' }>,
  rows: readonly Values[],
  label: string,
  hint: string | undefined,
  isBroken: boolean,
): Html {
  const named = texts.fields as Readonly<Record<string, string>>;
  const all: readonly Values[] = [...rows, ...Array.from({ length: SPARE_ROWS }, () => ({}))];
  return html`<fieldset class="rows-field">
    <legend>${label}</legend>
    ${hint === undefined ? undefined : html`<p class="hint">${hint}</p>`}
    ${isBroken ? html`<p class="fault">${texts.clinicFaults.rows}</p>` : undefined}
    ${all.map(
      (row, at) =>
        html`<div class="row">
          ${columns.map(({ name: column, shape }) => {
            const text = row[column];
            return html`<input
              name="${name}.${column}"
              value="${typeof text === 'string' ? text : ''}"
              placeholder="${named[column] ?? column}"
              aria-label="${label} ${at + 1}: ${named[column] ?? column}"
              ${shape === 'text' ? undefined : html`dir="ltr"`}
            />`;
          })}
        </div>`,
    )}
  </fieldset>`;
}
