import { INBOX } from '../../../handover/talk-store';
import { mayDo } from '../../../staff/identity/role';
import { type Html, html } from '../../../text/html';
import type { ConsoleTools } from '../console-dependencies';
import { drawForm, drawSubmit } from '../pages/draw-form';
import { drawPage } from '../pages/draw-page';
import type { Scene } from '../scene';
import type { MemberRequest, StaffReply, StaffRoute } from '../staff-route';
import { describeInbox, type InboxNews, LIST_GROUPS, type ListedTalk } from './describe-inbox';
import type { Inbox } from './inbox';
import { waitForNews } from './wait-for-news';

/** The list of talks: who waits, who has whom, what has ended; and the switch that says who takes talks. */
export function inboxRoutes(tools: ConsoleTools, inbox: Inbox): readonly StaffRoute[] {
  const describe = (request: MemberRequest): Promise<InboxNews> =>
    describeInbox(inbox, request.member, tools.sceneOf(request), tools.now());
  return [
    {
      method: 'GET',
      path: '/staff/inbox',
      needs: 'answers',
      handle: async (request) => {
        await inbox.reception.see(request.member);
        const scene = tools.sceneOf(request);
        const { title, lead } = scene.texts.inbox;
        const body = drawInbox(await describe(request), scene);
        return { kind: 'page', page: drawPage(scene, { title, lead, body }) };
      },
    },
    {
      method: 'GET',
      path: '/staff/inbox/news',
      needs: 'answers',
      handle: async (request): Promise<StaffReply> => {
        await inbox.reception.see(request.member);
        const known = request.query['tag'];
        const body = await waitForNews(
          (wake) => inbox.talks.listen(INBOX, wake),
          () => describe(request),
          ({ tag }) => tag !== known,
        );
        return { kind: 'json', body };
      },
    },
    {
      method: 'POST',
      path: '/staff/inbox/available',
      needs: 'answers',
      handle: async ({ member, form }): Promise<StaffReply> => {
        const isOn = form.text('on') === 'yes';
        await inbox.reception.switch(member, isOn);
        await tools.store.audit({ kind: isOn ? 'available' : 'unavailable', who: member.name, values: {} });
        return { kind: 'redirect', to: '/staff/inbox' };
      },
    },
  ];
}

function drawInbox(news: InboxNews, scene: Scene): Html {
  const { inbox } = scene.texts;
  return html`${drawSwitch(news, scene)}
    <p class="ways">
      <a class="button quiet" href="/staff/inbox/calls">${inbox.calls} <strong data-calls>${news.calls}</strong></a>
      ${
        mayDo(scene.member?.roles ?? [], 'administers')
          ? html`<a class="button quiet" href="/staff/inbox/places">${scene.texts.places.title}</a>`
          : undefined
      }
      <button type="button" class="button quiet" data-notify hidden>${inbox.notify}</button>
    </p>
    <div data-inbox="/staff/inbox/news" data-tag="${news.tag}" data-urgent="${inbox.urgent}">
      ${LIST_GROUPS.map(
        (group) =>
          html`<section class="talks">
            <h2>${inbox[group]}</h2>
            <ul
              data-group="${group}"
              data-none="${inbox.none}"
              ${group === 'waiting' ? html`aria-live="polite"` : undefined}
            >
              ${drawGroup(news.groups[group], scene)}
            </ul>
          </section>`,
      )}
    </div>`;
}

/** As the page's script draws it when there is news. */
function drawGroup(talks: readonly ListedTalk[], { texts }: Scene): Html {
  if (talks.length === 0) return html`<li class="none">${texts.inbox.none}</li>`;
  return html`${talks.map(
    ({ path, title, detail, urgent }) =>
      html`<li>
        <a href="${path}"
          ><strong>${title}</strong
          ><span>${detail}</span>${urgent ? html`<em class="tag bad">${texts.inbox.urgent}</em>` : undefined}</a
        >
      </li>`,
  )}`;
}

function drawSwitch({ isAvailable }: InboxNews, scene: Scene): Html {
  const { inbox } = scene.texts;
  const body = html`<input type="hidden" name="on" value="${isAvailable ? 'no' : 'yes'}" />
    <p><strong>${isAvailable ? inbox.available : inbox.away}</strong></p>
    ${isAvailable ? html`<p class="hint">${inbox.availableHint}</p>` : undefined}
    ${drawSubmit(isAvailable ? inbox.goOut : inbox.comeIn, isAvailable ? 'quiet' : 'main')}`;
  return drawForm(scene, '/staff/inbox/available', body, { className: isAvailable ? 'presence on' : 'presence' });
}
