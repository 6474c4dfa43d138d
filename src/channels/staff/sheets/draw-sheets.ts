import { SHEETS, type SheetKind } from '../../../staff/sheets/columns';
import type { Intake, LeftRow } from '../../../staff/sheets/take-rows';
import { type Html, html } from '../../../text/html';
import { sayFault } from '../content/say-fault';
import { fill } from '../fill';
import { drawForm, drawSubmit } from '../pages/draw-form';
import { drawPage } from '../pages/draw-page';
import type { Scene } from '../scene';

/** Rows left out that are shown one by one. */
const MOST_SHOWN = 300;

/** Why nothing of a file was taken; each is a sentence of the console. */
export type SheetFault = 'noFile' | 'unreadable' | 'tooLong' | 'noColumns' | 'changed';

interface SheetsView {
  readonly mayEdit: boolean;
  readonly fault?: SheetFault | undefined;
  readonly report?: { readonly intake: Intake; readonly ignored: readonly string[] };
}

/** The page of sheets: out, in, and what became of the last one. */
export function drawSheets(scene: Scene, { mayEdit, fault, report }: SheetsView): Html {
  const { page } = scene.texts.sheets;
  const form = html`<p class="hint">${page.inText}</p>
    <div class="field">
      <label for="sheet">${page.file}</label>
      <input id="sheet" name="sheet" type="file" accept=".xlsx,.csv" required />
    </div>
    <p class="hint">${page.rules}</p>
    ${drawSubmit(page.submit)}`;
  const body = html`${fault === undefined ? undefined : html`<p class="bad" role="alert">${page[fault]}</p>`}
    ${report === undefined ? undefined : drawReport(scene, report.intake, report.ignored)}
    <section class="card">
      <h2>${page.out}</h2>
      <ul class="rows">
        ${(Object.keys(SHEETS) as SheetKind[]).map(
          (kind) =>
            html`<li>
              <span>${page[kind]}</span>
              ${['xlsx', 'csv'].map(
                (format) =>
                  html`<a href="/staff/sheets/${kind}/${format}" download aria-label="${page[kind]} ${format}"
                    >${format.toUpperCase()}</a
                  >`,
              )}
            </li>`,
        )}
      </ul>
    </section>
    ${
      mayEdit
        ? html`<section class="card">
            <h2>${page.in}</h2>
            ${drawForm(scene, '/staff/sheets', form, { file: true })}
          </section>`
        : undefined
    }`;
  return drawPage(scene, { title: page.title, lead: page.lead, body });
}

function drawReport(scene: Scene, { taken, same, left }: Intake, ignored: readonly string[]): Html {
  const { page } = scene.texts.sheets;
  const more = left.length - MOST_SHOWN;
  return html`<section class="card marked" role="status">
    <p class="inline">
      <span class="tag good">${fill(page.taken, { count: taken })}</span>
      <span class="tag">${fill(page.same, { count: same })}</span>
      <span class="tag ${left.length > 0 ? 'warning' : ''}">${fill(page.left, { count: left.length })}</span>
      ${taken > 0 ? html`<a href="/staff/drafts">${page.toDrafts}</a>` : undefined}
    </p>
    ${
      ignored.length === 0
        ? undefined
        : html`<p class="hint">${fill(page.ignored, { columns: ignored.slice(0, 20).join(' · ') })}</p>`
    }
    ${
      left.length === 0
        ? undefined
        : html`<table>
            <thead>
              <tr>
                <th scope="col">${page.row}</th>
                <th scope="col">${page.why}</th>
              </tr>
            </thead>
            <tbody>
              ${left.slice(0, MOST_SHOWN).map(
                (row) =>
                  html`<tr>
                    <th scope="row">${row.row}</th>
                    <td>${sayLeft(scene, row)}</td>
                  </tr>`,
              )}
            </tbody>
          </table>`
    }
    ${more > 0 ? html`<p class="hint">${fill(page.more, { count: more })}</p>` : undefined}
  </section>`;
}

function sayLeft({ texts }: Scene, { code, values, faults = [] }: LeftRow): string {
  const said = fill(texts.sheets.left[code], values);
  return [said, ...faults.map((fault) => sayFault(fault, texts))].join(' ');
}
