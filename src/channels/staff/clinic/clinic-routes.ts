import { mergeClinic } from '../../../staff/clinic/merge-clinic';
import { checkClinic } from '../../../staff/clinic/check-clinic';
import type { ClinicFault } from '../../../staff/clinic/clinic-fault';
import { type ClinicField, clinicFields } from '../../../staff/clinic/form-fields';
import { readClinicForm, type TypedClinic } from '../../../staff/clinic/read-clinic-form';
import { typedHours } from '../../../staff/clinic/typed-hours';
import { compareItems } from '../../../staff/content/describe-item';
import { itemIn } from '../../../knowledge/published/item';
import type { Clinic } from '../../../knowledge/schema/clinic';
import { type Html, html } from '../../../text/html';
import type { ConsoleTools } from '../console-dependencies';
import { ConsoleError } from '../console-error';
import { baseOf, type ConsoleContent } from '../content/content-tools';
import { drawDiff, fieldName } from '../content/draw-diff';
import { fill } from '../fill';
import { drawForm, drawSubmit } from '../pages/draw-form';
import { drawPage } from '../pages/draw-page';
import type { MemberRequest, StaffReply, StaffRoute } from '../staff-route';
import { drawClinicFields } from './draw-clinic-fields';
import { sayClinicFault } from './say-clinic-fault';

/** The long parts of the form, which are led to from above. */
const JUMPS = ['hours', 'doctors', 'prices', 'offers', 'emergency'];

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
      handle: async (request) => {
        const live = await liveClinic(content);
        return show(request, tools, fields, { typed: typedClinic(live.value), revision: live.revision });
      },
    },
    {
      method: 'POST',
      path: '/staff/clinic',
      needs: 'edits',
      handle: (request) => save(request, tools, content, fields),
    },
  ];
}

/** The data as they are live, and the revision that brought them; 0: the files. */
async function liveClinic({ store, base }: ConsoleContent): Promise<{ value: Values; revision: number }> {
  const item = (await store.items()).find(({ key }) => key === 'clinic');
  return item === undefined
    ? { value: itemIn(base, 'clinic') as Values, revision: 0 }
    : { value: item.value as Values, revision: item.revision };
}

const typedClinic = (values: Values): TypedClinic => ({ values, hours: typedHours((values as Clinic).hours) });

async function save(
  request: MemberRequest,
  tools: ConsoleTools,
  content: ConsoleContent,
  fields: readonly ClinicField[],
): Promise<StaffReply> {
  const { member, form } = request;
  const reading = readClinicForm(form, fields);
  const revision = Number(form.text('revision'));
  if (reading.kind === 'faults')
    return show(request, tools, fields, { typed: reading.typed, revision, faults: reading.faults });
  const refused = checkClinic(reading.value as Clinic, content.base);
  if (refused.length > 0) return show(request, tools, fields, { typed: reading.typed, revision, faults: refused });
  const live = await liveClinic(content);
  const merge =
    live.revision === revision
      ? ({ kind: 'merged', value: reading.value } as const)
      : mergeClinic(await clinicAt(content, revision), reading.value, live.value);
  if (merge.kind === 'clash') {
    const clash = { fields: merge.fields, diff: compareItems('clinic', live.value, reading.value) };
    return show(request, tools, fields, { typed: reading.typed, revision: live.revision, clash });
  }
  const changed = compareItems('clinic', live.value, merge.value);
  if (changed.length > 0) {
    const base = baseOf(content, 'clinic');
    const published = await content.store.publish({
      by: member.name,
      approvedBy: '',
      changes: [{ key: 'clinic', value: merge.value, base, over: live.revision }],
      questions: [],
      events: changed.map(({ field, from, to }) => ({
        kind: 'clinic-changed',
        who: member.name,
        values: { field, from: short(from), to: short(to) },
      })),
    });
    // A colleague was faster: what both changed is put together again, or shown.
    if (published === undefined) return save(request, tools, content, fields);
    await content.refresh();
  }
  const now = await liveClinic(content);
  const saved = drawDiff(tools.sceneOf(request), changed);
  return show(request, tools, fields, { typed: typedClinic(now.value), revision: now.revision, saved });
}

/** The data as a form that was opened at a revision had them. @throws ConsoleError where nobody knows any more */
async function clinicAt({ store, base }: ConsoleContent, revision: number): Promise<Values> {
  const version = (await store.history('clinic')).find(({ number }) => number === revision);
  if (version === undefined && revision !== 0) throw new ConsoleError('otherPage');
  return (version?.value ?? itemIn(base, 'clinic')) as Values;
}

const short = (text: string): string => {
  const line = text.replaceAll('\n', ' · ');
  return line === '' ? '—' : line.length > LONGEST_TOLD ? `${line.slice(0, LONGEST_TOLD)}…` : line;
};

interface ClinicView {
  readonly typed: TypedClinic;
  /** Of the data the form goes on from. */
  readonly revision: number;
  readonly faults?: readonly ClinicFault[];
  /** What was just saved. */
  readonly saved?: Html;
  /** A colleague changed the same fields meanwhile. */
  readonly clash?: { readonly fields: readonly string[]; readonly diff: ReturnType<typeof compareItems> };
}

function show(
  request: MemberRequest,
  tools: ConsoleTools,
  fields: readonly ClinicField[],
  { typed, revision, faults = [], saved, clash }: ClinicView,
): StaffReply {
  const scene = tools.sceneOf(request);
  const { clinicForm, answers } = scene.texts;
  const mayEdit = request.member.roles.includes('edits');
  const form = html`<input type="hidden" name="revision" value="${revision}" data-kept />
    <fieldset class="form" ${mayEdit ? undefined : html`disabled`}>
      ${drawClinicFields(scene, fields, typed, faults)}
    </fieldset>
    ${mayEdit ? html`<div class="actions stay">${drawSubmit(clinicForm.save)}</div>` : undefined}`;
  const body = html`${saved === undefined ? undefined : html`<section class="card marked">${saved}</section>`}
    ${
      clash === undefined
        ? undefined
        : html`<section class="card marked">
            <p class="warning" role="alert">
              ${fill(clinicForm.clash, { fields: clash.fields.map((name) => fieldName(name, scene.texts)).join(' · ') })}
            </p>
            ${drawDiff(scene, clash.diff)}
          </section>`
    }
    ${drawSummary(scene, faults)}
    <p class="inline">
      ${JUMPS.map((name) => html`<a href="#${name}">${fieldName(name, scene.texts)}</a>`)}
      <a href="/staff/versions/clinic">${answers.versions}</a>
    </p>
    ${drawForm(scene, '/staff/clinic', form, {
      className: 'card form',
      keep: 'clinic',
      taken: saved !== undefined,
    })}`;
  const notice = saved === undefined ? undefined : clinicForm.saved;
  return {
    kind: 'page',
    status: faults.length > 0 ? 400 : clash === undefined ? 200 : 409,
    page: drawPage(scene, { title: clinicForm.title, lead: clinicForm.lead, notice, body }),
  };
}

/** Everything to mend, each with a way to it. */
function drawSummary(scene: Parameters<typeof sayClinicFault>[1], faults: readonly ClinicFault[]): Html | undefined {
  if (faults.length === 0) return undefined;
  return html`<section class="bad" role="alert">
    <p>${scene.texts.clinicForm.faults}</p>
    <ul>
      ${faults.map((fault) => html`<li><a href="#${fault.field}">${sayClinicFault(fault, scene)}</a></li>`)}
    </ul>
  </section>`;
}
