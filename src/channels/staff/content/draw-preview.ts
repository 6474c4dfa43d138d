import { type Html, html } from '../../../text/html';
import type { Scene } from '../scene';
import type { DrawnReply } from './drawn-reply';

/** An answer as the chat and as a card of Teams show it. */
export function drawPreviews({ texts: { preview } }: Scene, replies: readonly DrawnReply[]): Html {
  return html`<div class="previews">
    ${replies.map(({ channel, area, text, note, buttons }) => {
      const where = area === undefined ? preview[channel] : `${preview[channel]} · ${preview[area]}`;
      return html`<figure class="preview ${channel}" lang="ar" dir="rtl">
        <figcaption>${where}</figcaption>
        <div class="bubble">
          ${text.split('\n\n').map((paragraph) => html`<p>${lines(paragraph)}</p>`)}
          ${note === undefined ? undefined : html`<p class="note">${note}</p>`}
        </div>
        ${
          buttons.length === 0
            ? undefined
            : html`<ul class="chips">
                ${buttons.map((button) => html`<li>${button}</li>`)}
              </ul>`
        }
      </figure>`;
    })}
  </div>`;
}

const lines = (paragraph: string): Html[] =>
  paragraph.split('\n').map((line, at) => html`${at === 0 ? undefined : html`<br />`}${line}`);
