import type { ClinicCard } from '../../knowledge/clinic-card';
import { type Html, html } from '../../text/html';

/** The card of the clinic where no script runs. */
export function drawClinicCard({ name, hours, links, example }: ClinicCard): Html {
  return html`<section class="clinic">
    ${name === undefined ? undefined : html`<h2>${name}</h2>`}
    ${links.map(
      ({ title, url }) =>
        html`<a class="out" href="${url}"><span>${title}</span> <bdi dir="ltr">${numberOf(url)}</bdi></a>`,
    )}
    ${hours.map((line) => html`<p>${line}</p>`)} ${example === undefined ? undefined : html`<p>${example}</p>`}
  </section>`;
}

const numberOf = (url: string): string => (url.startsWith('tel:') ? url.slice('tel:'.length) : '');
