import type { Knowledge } from '../../../knowledge/knowledge';
import type { OpinionCount } from '../../../staff/figures/sum-opinions';
import { type Html, html } from '../../../text/html';
import type { Scene } from '../scene';
import { drawDownloads } from './draw-downloads';
import { sayCell } from './say-cell';

/** Answers listed. */
const MOST = 30;

/** What patients said of answers, by answer and revision, with the reasons they chose. */
export function drawOpinions(opinions: readonly OpinionCount[], scene: Scene, { topicById }: Knowledge): Html {
  const { figures } = scene.texts;
  return html`<section class="card" id="opinions">
    <h2>${figures.opinions}</h2>
    <p class="hint">${figures.opinionsText}</p>
    <p class="inline">${drawDownloads('opinions', figures.opinions, scene)}</p>
    <div class="wide" tabindex="0" role="region" aria-label="${figures.opinions}">
      <table>
        <thead>
          <tr>
            ${[figures.topic, figures.revision, figures.helped, figures.failed, figures.reasons].map(
              (name) => html`<th scope="col">${name}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${opinions.slice(0, MOST).map(
            ({ topic, revision, isLive, helped, failed, reasons, isMarked }) =>
              html`<tr>
                <th scope="row" lang="ar">
                  <a href="/staff/answers/${topic}">${topicById.get(topic)?.question ?? topic}</a>
                  ${isMarked ? html`<span class="tag warning">${figures.marked}</span>` : undefined}
                </th>
                <td>${revision === 0 ? figures.original : revision} ${isLive ? undefined : figures.former}</td>
                <td>${sayCell(helped, scene)}</td>
                <td>${sayCell(failed, scene)}</td>
                <td>
                  ${reasons.map(({ reason, cell }) => `${figures[reason]} (${sayCell(cell, scene)})`).join(' · ')}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}
