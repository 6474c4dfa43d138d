import { type Html, html } from '../../../text/html';
import type { Scene } from '../scene';

/** The clock of the clinic: the countries the console has names for first, then all there are. */
export function drawTimeZone({ texts }: Scene, chosen: string, fault: string | undefined): Html {
  const named = Object.entries(texts.timeZones);
  const known = new Set(named.map(([zone]) => zone));
  const others = [...new Set([...Intl.supportedValuesOf('timeZone'), chosen])].filter(
    (zone) => zone !== '' && !known.has(zone),
  );
  const option = (zone: string, text: string): Html =>
    html`<option value="${zone}" ${zone === chosen ? html`selected` : undefined}>${text}</option>`;
  return html`<div class="field">
    <label for="hours-timeZone">${texts.fields.timeZone}</label>
    <select
      id="hours-timeZone"
      name="hours.timeZone"
      ${fault === undefined ? undefined : html`aria-invalid="true" aria-describedby="hours-timeZone-fault"`}
    >
      <option value="">—</option>
      ${named.map(([zone, text]) => option(zone, text))}
      <optgroup label="${texts.clinicForm.otherZones}">${others.map((zone) => option(zone, zone))}</optgroup>
    </select>
    ${fault === undefined ? undefined : html`<p class="fault" id="hours-timeZone-fault">${fault}</p>`}
  </div>`;
}
