import type { StaffPlace } from '../../../handover/staff-places';
import { type Html, html } from '../../../text/html';
import type { ConsoleTools } from '../console-dependencies';
import { fill } from '../fill';
import { drawForm, drawSubmit } from '../pages/draw-form';
import { drawPage } from '../pages/draw-page';
import type { Scene } from '../scene';
import type { MemberRequest, StaffReply, StaffRoute } from '../staff-route';
import type { Inbox } from './inbox';

const PAGE = '/staff/inbox/places';

/** Chats and channels that get talks: asked for there, let in by an administrator here. */
export function placesRoutes(tools: ConsoleTools, inbox: Inbox): readonly StaffRoute[] {
  const change = (name: 'open' | 'close'): StaffRoute => ({
    method: 'POST',
    path: `${PAGE}/:id/${name}`,
    needs: 'administers',
    handle: async ({ params, member }): Promise<StaffReply> => {
      const place = await (name === 'open'
        ? inbox.places.open(params['id'] ?? '')
        : inbox.places.close(params['id'] ?? ''));
      const kind = name === 'open' ? 'place-opened' : 'place-closed';
      if (place !== undefined) await tools.store.audit({ kind, who: member.name, values: { place: place.name } });
      return { kind: 'redirect', to: PAGE };
    },
  });
  return [
    { method: 'GET', path: PAGE, needs: 'administers', handle: (request) => showPlaces(request, tools, inbox) },
    change('open'),
    change('close'),
  ];
}

async function showPlaces(request: MemberRequest, tools: ConsoleTools, inbox: Inbox): Promise<StaffReply> {
  const scene = tools.sceneOf(request);
  const { title, lead, none } = scene.texts.places;
  const places = await inbox.places.list();
  const body =
    places.length === 0
      ? html`<p>${none}</p>`
      : html`<ul class="calls">
          ${places.map((place) => drawPlace(place, scene))}
        </ul>`;
  return { kind: 'page', page: drawPage(scene, { title, lead, body }) };
}

function drawPlace({ id, name, channelId, isOpen, askedBy }: StaffPlace, scene: Scene): Html {
  const { places } = scene.texts;
  return html`<li>
    <h2>${name === '' ? places.nameless : name}</h2>
    <p class="hint">${channelId} · ${fill(places.askedBy, { name: askedBy })}</p>
    <p>${isOpen ? places.isOpen : places.isAsked}</p>
    ${isOpen ? undefined : drawForm(scene, `${PAGE}/${id}/open`, drawSubmit(places.open), { className: 'row' })}
    ${drawForm(scene, `${PAGE}/${id}/close`, drawSubmit(places.close, 'quiet'), { className: 'row' })}
  </li>`;
}
