import { type Callback, CALL_OUTCOMES } from '../../../handover/callback';
import { type Html, html } from '../../../text/html';
import type { ConsoleTools } from '../console-dependencies';
import { fill } from '../fill';
import { drawForm } from '../pages/draw-form';
import { drawPage } from '../pages/draw-page';
import { sayTime } from '../say-time';
import type { Scene } from '../scene';
import type { MemberRequest, StaffReply, StaffRoute } from '../staff-route';
import type { Inbox } from './inbox';

/** Patients who want to be called: what became of a call closes it, and deletes name and number. */
export function callsRoutes(tools: ConsoleTools, inbox: Inbox): readonly StaffRoute[] {
  return [
    {
      method: 'GET',
      path: '/staff/inbox/calls',
      needs: 'answers',
      handle: (request) => showCalls(request, tools, inbox),
    },
    {
      method: 'POST',
      path: '/staff/inbox/calls/:id',
      needs: 'answers',
      handle: async (request): Promise<StaffReply> => {
        const { texts } = tools.sceneOf(request);
        const outcome = CALL_OUTCOMES.find((candidate) => candidate === request.form.text('outcome'));
        const isClosed = outcome !== undefined && (await inbox.callbacks.close(request.params['id'] ?? ''));
        if (!isClosed) return showCalls(request, tools, inbox, texts.inbox.callGone);
        const values = { outcome };
        await tools.store.audit({ kind: 'call-ended', who: request.member.name, values });
        return showCalls(request, tools, inbox, texts.inbox.callDone);
      },
    },
  ];
}

async function showCalls(
  request: MemberRequest,
  tools: ConsoleTools,
  inbox: Inbox,
  notice?: string,
): Promise<StaffReply> {
  const scene = tools.sceneOf({ ...request, path: '/staff/inbox/calls' });
  const { callsTitle: title, callsLead: lead, callsNone } = scene.texts.inbox;
  const calls = await inbox.callbacks.list();
  const body =
    calls.length === 0
      ? html`<p class="good">${callsNone}</p>`
      : html`<ul class="calls">
          ${calls.map((call) => drawCall(call, inbox, scene))}
        </ul>`;
  return { kind: 'page', page: drawPage(scene, { title, lead, notice, body }) };
}

function drawCall({ id, name, number, time, topic, askedAt }: Callback, inbox: Inbox, scene: Scene): Html {
  const { inbox: texts, endings } = scene.texts;
  const about = topic === undefined ? undefined : inbox.titleOf(topic);
  return html`<li>
    <h2>${name}</h2>
    <p><a href="tel:${number}" dir="ltr">${number}</a></p>
    <p>${fill(texts.callTime, { time })}</p>
    ${about === undefined ? undefined : html`<p>${fill(texts.about, { topic: about })}</p>`}
    <p class="hint">${fill(texts.callAsked, { date: sayTime(askedAt, scene.language) })}</p>
    ${drawForm(
      scene,
      `/staff/inbox/calls/${id}`,
      CALL_OUTCOMES.map(
        (outcome) =>
          html`<button type="submit" class="button quiet" name="outcome" value="${outcome}">
            ${endings[outcome]}
          </button> `,
      ),
      { className: 'row' },
    )}
  </li>`;
}
