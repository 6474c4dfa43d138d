import { clinicValues } from '../../knowledge/clinic-values';
import type { Knowledge } from '../../knowledge/knowledge';
import { type Html, html } from '../../text/html';

/** How to reach the clinic: what it has given of that. */
export function drawVisit({ clinic, messages }: Pick<Knowledge, 'clinic' | 'messages'>): Html {
  const { visit } = messages.widget.page;
  const values = clinicValues({ clinic, messages });
  const said = (name: string): readonly string[] => [values.get(name) ?? []].flat();
  const rows = [
    row(visit.phone, callable(clinic.phone)),
    row(visit.whatsapp, chatLink(clinic.whatsapp)),
    row(visit.address, text(clinic.address)),
    row(visit.hours, list(said('clinic.hours'))),
    row(visit.prices, list(said('clinic.prices'))),
    row(visit.emergency, callable(clinic.emergency)),
  ].filter((drawn) => drawn !== undefined);
  const links = [link(visit.booking, clinic.booking), link(visit.map, clinic.map)].filter(
    (drawn) => drawn !== undefined,
  );
  return html`<section id="visit">
    <h2>${visit.title}</h2>
    ${
      rows.length + links.length === 0
        ? html`<p>${visit.none}</p>`
        : html`<dl>${rows}</dl>
            <p class="calls">${links}</p>`
    }
  </section>`;
}

type Given = string | null | undefined;

const row = (name: string, value: Html | undefined): Html | undefined =>
  value &&
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;

const text = (value: Given): Html | undefined => (value ? html`${value}` : undefined);

const callable = (number: Given): Html | undefined =>
  number ? html`<a dir="ltr" href="tel:${number.replace(/[^\d+]/g, '')}">${number}</a>` : undefined;

/** A number, or a link as the clinic wrote it. */
function chatLink(value: Given): Html | undefined {
  if (!value) return undefined;
  return value.startsWith('http') ? html`<a dir="ltr" href="${value}" rel="noopener">${value}</a>` : callable(value);
}

const list = (lines: readonly string[] | null | undefined): Html | undefined =>
  lines && lines.length > 0
    ? html`<ul>
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ul>`
    : undefined;

const link = (name: string, address: Given): Html | undefined =>
  address ? html`<a class="call quiet" href="${address}" rel="noopener">${name}</a>` : undefined;
