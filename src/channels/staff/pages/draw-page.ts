import { type Html, html } from '../../../text/html';
import { fill } from '../fill';
import { type Place, placesFor } from '../navigation';
import type { Scene } from '../scene';

/** A page of the console: its heading and what stands under it. */
export interface PageParts {
  readonly title: string;
  readonly lead?: string | undefined;
  /** Something that was just done, said first. */
  readonly notice?: string | undefined;
  readonly body: Html | readonly Html[];
}

/** Draws a page of the console around its body. */
export function drawPage(scene: Scene, { title, lead, notice, body }: PageParts): Html {
  const { texts, language, clinicName, versions } = scene;
  const { console } = texts;
  return html`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
    <head>
      <meta charset="utf-8" />
      <title>${title} · ${clinicName ?? console.title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <meta name="color-scheme" content="light dark" />
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      <link rel="stylesheet" href="/staff/console.css?v=${versions.style}" />
      <script src="/staff/console.js?v=${versions.script}" defer></script>
    </head>
    <body>
      <a class="skip" href="#content">${console.skip}</a>
      <header class="top">
        <a class="brand" href="/staff">${MARK}<span>${clinicName ?? console.title}</span></a>
        ${drawLanguage(scene)}
      </header>
      ${drawMenu(scene)}
      <main id="content">
        <h1 ${drawLanguageOf(title, scene.language)}>${title}</h1>
        ${lead === undefined ? undefined : html`<p class="lead">${lead}</p>`}
        ${notice === undefined ? undefined : html`<p class="notice" role="status">${notice}</p>`} ${body}
      </main>
    </body>
  </html>`;
}

const MARK: Html = html`<svg viewBox="0 0 40 40" aria-hidden="true">
  <path class="drop" d="M20 4c6 7 12 13 12 20a12 12 0 0 1-24 0C8 17 14 11 20 4z" />
  <path class="cross" d="M20 18v12M14 24h12" />
</svg>`;

const ARABIC = /^\P{Letter}*\p{Script=Arabic}/u;

/** The clinic's own texts are Arabic in whatever language the console is read: a screen reader has to know. */
const drawLanguageOf = (text: string, language: Scene['language']): Html | undefined =>
  language !== 'ar' && ARABIC.test(text) ? html`lang="ar"` : undefined;

/** The other language, in its own words. */
function drawLanguage({ texts: { console }, path }: Scene): Html {
  return html`<a class="language" lang="${console.languageCode}" href="${path}?language=${console.languageCode}"
    >${console.language}</a
  >`;
}

function drawPlaces({ texts }: Scene, places: readonly Place[], here: string): Html {
  return html`<ul>
    ${places.map(
      ({ path, text }) =>
        html`<li><a href="${path}" ${path === here ? html`aria-current="page"` : undefined}>${text(texts)}</a></li>`,
    )}
  </ul>`;
}

/** Begins every address: only the page itself is there. */
const HOME = '/staff';

function drawMenu(scene: Scene): Html | undefined {
  const { texts, member, path } = scene;
  if (member === undefined) return undefined;
  const places = placesFor(member.roles);
  const here = places
    .filter((place) => path === place.path || (place.path !== HOME && path.startsWith(`${place.path}/`)))
    .reduce((longest, { path: next }) => (next.length > longest.length ? next : longest), '');
  const daily = places.filter(({ isDaily }) => isDaily);
  const rest = places.filter(({ isDaily }) => !isDaily);
  return html`<nav class="menu" aria-label="${texts.console.menu}">
    ${drawPlaces(scene, daily, here)}
    <details ${rest.some((place) => place.path === here) ? html`open` : undefined}>
      <summary>${texts.console.more}</summary>
      ${drawPlaces(scene, rest, here)}
    </details>
    <p class="me">${fill(texts.console.signedInAs, { name: member.name })}</p>
  </nav>`;
}
