import { html } from '../../../text/html';
import type { ConsoleTools } from '../console-dependencies';
import { drawPage } from '../pages/draw-page';
import { sayTime } from '../say-time';
import type { StaffRoute } from '../staff-route';
import { sayEvent } from './say-event';

const A_PAGE = 50;

/** Who changed what, in sentences. */
export function auditRoutes(tools: ConsoleTools): readonly StaffRoute[] {
  return [
    {
      method: 'GET',
      path: '/staff/audit',
      needs: 'reads',
      handle: async (request) => {
        const scene = tools.sceneOf(request);
        const { title } = scene.texts.audit;
        const before = /^\d{1,9}$/.test(request.query['before'] ?? '') ? Number(request.query['before']) : undefined;
        const entries = await tools.store.auditList({ limit: A_PAGE, before });
        const last = entries.at(-1);
        const list = html`<ul class="events">
          ${entries.map(
            (entry) =>
              html`<li>
                <time datetime="${new Date(entry.at).toISOString()}">${sayTime(entry.at, scene.language)}</time>
                <span>${sayEvent(entry, scene.texts)}</span>
              </li>`,
          )}
        </ul>`;
        const body = html`${entries.length === 0 ? html`<p>${title.empty}</p>` : list}
        ${
          last === undefined || entries.length < A_PAGE
            ? undefined
            : html`<p><a class="button quiet" href="/staff/audit?before=${last.number}">${title.older}</a></p>`
        }`;
        return { kind: 'page', page: drawPage(scene, { title: title.title, lead: title.text, body }) };
      },
    },
  ];
}
