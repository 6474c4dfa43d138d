import type { Knowledge } from '../../knowledge/knowledge';
import { drawVisit } from './draw-visit';
import { type Html, html } from '../../text/html';
import type { WebAssets } from './load-web-assets';

/** What the clinic page is drawn from. */
export interface ClinicPageContent {
  readonly knowledge: Knowledge;
  readonly assets: WebAssets;
  /** Where this server is reached, for the snippet. */
  readonly origin: string;
}

/** Categories shown, and questions of each: enough to choose from, few enough to read. */
const MOST_CATEGORIES = 6;
const MOST_QUESTIONS = 3;

/** A page of a clinic with the chat on it: to try the program, and as an example for the clinic's own site. */
export function drawClinicPage({ knowledge, assets, origin }: ClinicPageContent, nonce: string): Html {
  const { clinic, messages } = knowledge;
  const { page } = messages.widget;
  const name = clinic.name ?? page.unnamed;
  return html`<html lang="ar" dir="rtl">
    <head>
      <meta charset="utf-8" />
      <title>${name}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="description" content="${page.description}" />
      <meta name="theme-color" content="#0f766e" />
      <meta name="color-scheme" content="light dark" />
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
      <link rel="stylesheet" href="/page.css?v=${assets['page.css'].version}" nonce="${nonce}" />
      <script src="/page.js?v=${assets['page.js'].version}" nonce="${nonce}" defer></script>
      <script src="/widget.js" nonce="${nonce}" async data-greeting></script>
    </head>
    <body>
      <a class="skip" href="#content">${page.skip}</a>
      <header class="top">
        <a class="brand" href="/">${MARK}<span>${name}</span></a>
        <nav>
          <a href="#topics">${page.nav.topics}</a>
          <a href="#steps">${page.nav.steps}</a>
          <a href="#visit">${page.nav.visit}</a>
        </nav>
      </header>
      <main id="content">
        ${clinic.example ? html`<p class="example">${messages.chat.exampleClinic}</p>` : undefined}
        ${drawHero(page.hero)}
        <section class="promises">${page.promises.map(drawCard)}</section>
        ${drawTopics(knowledge)}
        <section id="steps">
          <h2>${page.steps.title}</h2>
          <ol class="steps">
            ${page.steps.items.map(drawStep)}
          </ol>
        </section>
        ${drawVisit(knowledge)} ${drawSnippet(page.snippet, origin)}
      </main>
      <footer><p>${page.footer}</p></footer>
    </body>
  </html>`;
}

type Page = Knowledge['messages']['widget']['page'];

const MARK: Html = html`<svg viewBox="0 0 40 40" aria-hidden="true">
  <path class="drop" d="M20 4c6 7 12 13 12 20a12 12 0 0 1-24 0C8 17 14 11 20 4z" />
  <path class="cross" d="M20 18v12M14 24h12" />
</svg>`;

/** Drops that rise and gather, for whatever is said beside them. */
const PICTURE: Html = html`<svg class="picture" viewBox="0 0 360 320" aria-hidden="true">
  <circle class="halo" cx="180" cy="164" r="148" />
  <circle class="halo" cx="180" cy="164" r="108" />
  <path class="tube" d="M132 48h96v14h-8v150a40 40 0 0 1-80 0V62h-8z" />
  <path class="plasma" d="M148 104c22-9 42 9 64 0v46h-64z" />
  <path class="cells" d="M148 158h64v54a32 32 0 0 1-64 0z" />
  <path class="drop" d="M282 96c14 17 24 30 24 44a24 24 0 0 1-48 0c0-14 10-27 24-44z" />
  <path class="cross" d="M282 128v24M270 140h24" />
  <path class="drop small" d="M76 178c9 11 16 19 16 29a16 16 0 0 1-32 0c0-10 7-18 16-29z" />
  <circle class="dot" cx="92" cy="92" r="9" />
  <circle class="dot" cx="268" cy="232" r="12" />
  <circle class="dot" cx="64" cy="140" r="5" />
</svg>`;

const drawHero = (hero: Page['hero']): Html =>
  html`<section class="hero">
    <div>
      <p class="kicker">${hero.kicker}</p>
      <h1>${hero.title}</h1>
      <p class="lead">${hero.text}</p>
      <p class="calls">
        <button type="button" class="call" data-ask>${hero.ask}</button>
        <button type="button" class="call quiet" data-ask="${hero.checkQuestion}">${hero.check}</button>
      </p>
    </div>
    ${PICTURE}
  </section>`;

const drawCard = ({ title, text }: Page['topics']): Html =>
  html`<div class="card">
    <h2>${title}</h2>
    <p>${text}</p>
  </div>`;
const drawStep = ({ title, text }: Page['topics']): Html =>
  html`<li>
    <h3>${title}</h3>
    <p>${text}</p>
  </li>`;

function drawTopics({ categories, messages }: Knowledge): Html {
  const { title, text } = messages.widget.page.topics;
  const groups = categories.slice(0, MOST_CATEGORIES).map(
    (category) =>
      html`<div class="card">
        <h3>${category.title}</h3>
        <ul>
          ${category.topics
            .slice(0, MOST_QUESTIONS)
            .map(({ question }) => html`<li><button type="button" data-ask="${question}">${question}</button></li>`)}
        </ul>
      </div>`,
  );
  return html`<section id="topics">
    <h2>${title}</h2>
    <p>${text}</p>
    <div class="topics">${groups}</div>
  </section>`;
}

const drawSnippet = ({ title, text, copy, copied, alone }: Page['snippet'], origin: string): Html =>
  html`<section class="snippet">
    <h2>${title}</h2>
    <p>${text}</p>
    <pre
      dir="ltr"
      tabindex="0"
      role="region"
      aria-label="${title}"
    ><code id="snippet">${`<script src="${origin}/widget.js" async></script>`}</code></pre>
    <p class="calls">
      <button type="button" class="call quiet" data-copy="${copied}">${copy}</button> <a href="/chat">${alone}</a>
    </p>
  </section>`;
