import type { Weekday } from '../../../knowledge/schema/opening-hours';
import type { ClinicFault } from '../../../staff/clinic/clinic-fault';
import {
  DAYS_IN_FORM,
  type TypedHoliday,
  type TypedHours,
  type TypedShift,
  type TypedWeek,
} from '../../../staff/clinic/typed-hours';
import { type Html, html } from '../../../text/html';
import { drawTextArea } from '../content/draw-answer-form';
import { drawField } from '../pages/draw-form';
import type { Scene } from '../scene';
import { drawTimeZone } from './draw-time-zone';

/** Shifts a day has boxes for: many clinics close at noon. */
const LEAST_SHIFTS = 2;

/** Opening hours: the week, Ramadan, holidays. */
export function drawHours(scene: Scene, hours: TypedHours, faults: readonly ClinicFault[]): Html {
  const { fields, clinicHints } = scene.texts;
  const { timeZone, week, ramadan, holidays, lines } = hours;
  const hasRamadan = ramadan.from !== '' || faults.some(({ field }) => field.startsWith('hours-ramadan'));
  return html`<fieldset class="rows-field" id="hours">
    <legend>${fields.hours}</legend>
    <p class="hint">${clinicHints.hours}</p>
    ${drawTimeZone(scene, timeZone, sayFault(scene, faults, 'hours-timeZone'))}
    ${
      lines === ''
        ? undefined
        : drawTextArea({
            name: 'hours.lines',
            label: fields.hoursLines,
            hint: clinicHints.hoursLines,
            value: lines,
            rows: 4,
          })
    }
    ${drawWeek(scene, week, 'hours.week', faults)}
    <details ${hasRamadan ? html`open` : undefined}>
      <summary>${fields.ramadan}</summary>
      <p class="hint">${clinicHints.ramadan}</p>
      <div class="row">
        ${drawDay(scene, 'hours.ramadan.from', fields.from, ramadan.from, faults)}
        ${drawDay(scene, 'hours.ramadan.to', fields.to, ramadan.to, faults)}
      </div>
      ${drawWeek(scene, ramadan.week, 'hours.ramadan.week', faults)}
    </details>
    <details ${holidays.length > 0 ? html`open` : undefined}>
      <summary>${fields.holidays}</summary>
      <div class="rows-field" data-rows>
        <p class="hint">${clinicHints.holidays} ${clinicHints.rows}</p>
        ${[...holidays, { name: '', from: '', to: '', shifts: [] }].map((one, at) => drawHoliday(scene, one, at, faults))}
        <button type="button" class="button quiet" data-add-row hidden>${scene.texts.clinicForm.addRow}</button>
      </div>
    </details>
  </fieldset>`;
}

const idOf = (name: string): string => name.replaceAll('.', '-');

function sayFault({ texts }: Scene, faults: readonly ClinicFault[], id: string): string | undefined {
  const code = faults.find(({ field }) => field === id)?.code;
  return code && texts.clinicFaults[code];
}

function drawWeek(scene: Scene, week: TypedWeek, name: string, faults: readonly ClinicFault[]): Html {
  const id = idOf(name);
  const fault = sayFault(scene, faults, id);
  return html`<div class="week" id="${id}" data-week>
    ${fault === undefined ? undefined : html`<p class="fault">${fault}</p>`}
    ${DAYS_IN_FORM.map((day) => drawWeekday(scene, day, week[day], name, faults))}
    <button type="button" class="button quiet" data-fill-days hidden>${scene.texts.clinicForm.fillDays}</button>
  </div>`;
}

function drawWeekday(
  scene: Scene,
  day: Weekday,
  shifts: readonly TypedShift[],
  name: string,
  faults: readonly ClinicFault[],
): Html {
  const title = scene.texts.fields[day];
  const id = idOf(`${name}.${day}`);
  const fault = sayFault(scene, faults, id);
  const boxes = Math.max(LEAST_SHIFTS, shifts.length);
  return html`<fieldset class="day" id="${id}" tabindex="-1">
    <legend>${title}</legend>
    <div class="shifts">
      ${Array.from({ length: boxes }, (_unused, at) =>
        drawShift(scene, shifts[at], `${title} ${at + 1}`, [`${name}.${day}.from`, `${name}.${day}.to`], fault && id),
      )}
    </div>
    ${fault === undefined ? undefined : html`<p class="fault" id="${id}-fault">${fault}</p>`}
  </fieldset>`;
}

/** Two boxes: from when to when. */
function drawShift(
  { texts: { fields } }: Scene,
  shift: TypedShift | undefined,
  label: string,
  [from, to]: readonly [string, string],
  broken: string | undefined,
): Html {
  const box = (name: string, value: string, which: string): Html =>
    html`<input
      type="time"
      name="${name}"
      value="${value}"
      aria-label="${label}: ${which}"
      ${broken === undefined ? undefined : html`aria-invalid="true" aria-describedby="${broken}-fault"`}
    />`;
  return html`<span class="shift"
    >${box(from, shift?.from ?? '', fields.openFrom)}<span aria-hidden="true">–</span
    >${box(to, shift?.to ?? '', fields.openTo)}</span
  >`;
}

function drawDay(scene: Scene, name: string, label: string, value: string, faults: readonly ClinicFault[]): Html {
  const id = idOf(name);
  return drawField({ name, id, label, type: 'date', value, fault: sayFault(scene, faults, id) });
}

function drawHoliday(
  scene: Scene,
  { name, from, to, shifts }: TypedHoliday,
  at: number,
  faults: readonly ClinicFault[],
): Html {
  const { fields } = scene.texts;
  const id = `hours-holidays-${at}`;
  const field = (part: string, label: string, value: string, type: 'text' | 'date', hint?: string): Html =>
    drawField({
      name: `hours.holidays.${part}`,
      id: `${id}-${part}`,
      label,
      value,
      type,
      hint,
      fault: sayFault(scene, faults, `${id}-${part}`),
    });
  const fault = sayFault(scene, faults, id);
  return html`<div class="row" id="${id}" role="group" aria-label="${fields.holidays} ${at + 1}" tabindex="-1">
    ${field('name', fields.holiday, name, 'text')} ${field('from', fields.from, from, 'date')}
    ${field('to', fields.to, to, 'date')}
    <div class="field whole">
      <span class="label">${fields.open}</span>
      <div class="shifts">
        ${['first', 'second'].map((which, shift) =>
          drawShift(
            scene,
            shifts[shift],
            `${fields.open} ${shift + 1}`,
            [`hours.holidays.${which}.from`, `hours.holidays.${which}.to`],
            fault && id,
          ),
        )}
      </div>
      ${fault === undefined ? undefined : html`<p class="fault" id="${id}-fault">${fault}</p>`}
    </div>
  </div>`;
}
