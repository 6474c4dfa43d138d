import { LINK_MS } from '../../../staff/identity/invitation';
import type { Member } from '../../../staff/identity/member';
import { readRoles, ROLES, type Role } from '../../../staff/identity/role';
import { createSecret, hashSecret } from '../../../staff/identity/secret';
import { type Html, html } from '../../../text/html';
import { ConsoleError } from '../console-error';
import type { ConsoleTools } from '../console-dependencies';
import { fill } from '../fill';
import { drawForm, drawSubmit, drawTick } from '../pages/draw-form';
import { drawPage } from '../pages/draw-page';
import { sayDay } from '../say-time';
import type { Scene } from '../scene';
import type { MemberRequest, StaffReply, StaffRoute } from '../staff-route';
import { sayRoles } from './join-routes';

/** Who enters the console: inviting, roles, shutting out. */
export function peopleRoutes(tools: ConsoleTools): readonly StaffRoute[] {
  const { store, now } = tools;
  const invite = async (request: MemberRequest, roles: readonly Role[], memberId?: string): Promise<StaffReply> => {
    const secret = createSecret();
    const kind = memberId === undefined ? 'colleague' : 'recovery';
    await store.invite(hashSecret(secret), { kind, roles, memberId, expiresAt: now() + LINK_MS });
    return show(request, tools, { link: `${request.visit.origin}/staff/join/${secret}` });
  };
  return [
    { method: 'GET', path: '/staff/people', needs: 'administers', handle: (request) => show(request, tools) },
    {
      method: 'POST',
      path: '/staff/people/invite',
      needs: 'administers',
      handle: async (request) => {
        const roles = readRoles(request.form.all('role'));
        if (roles.length === 0) return show(request, tools, { notice: 'noRole' });
        const values = { roles: roles.join(' ') };
        await store.audit({ kind: 'invited', who: request.member.name, values });
        return invite(request, roles);
      },
    },
    {
      method: 'POST',
      path: '/staff/people/:member/roles',
      needs: 'administers',
      handle: async (request) => {
        const member = await findMember(request, tools);
        const roles = readRoles(request.form.all('role'));
        if (roles.length === 0) return show(request, tools, { notice: 'noRole' });
        const values = { member: member.name, from: member.roles.join(' '), to: roles.join(' ') };
        const event = { kind: 'roles-changed', who: request.member.name, values } as const;
        const isDone = await store.changeMember(member.id, { roles }, event);
        return show(request, tools, { notice: isDone ? 'saved' : 'lastAdministrator' });
      },
    },
    {
      method: 'POST',
      path: '/staff/people/:member/disable',
      needs: 'administers',
      handle: async (request) => {
        const member = await findMember(request, tools);
        const disabled = request.form.text('disabled') === 'yes';
        const kind = disabled ? 'disabled' : 'enabled';
        const event = { kind, who: request.member.name, values: { member: member.name } } as const;
        if (!(await store.changeMember(member.id, { disabled }, event)))
          return show(request, tools, { notice: 'lastAdministrator' });
        return { kind: 'redirect', to: '/staff/people' };
      },
    },
    {
      method: 'POST',
      path: '/staff/people/:member/recovery',
      needs: 'administers',
      handle: async (request) => {
        const member = await findMember(request, tools);
        await store.audit({ kind: 'recovery-link', who: request.member.name, values: { member: member.name } });
        return invite(request, member.roles, member.id);
      },
    },
  ];
}

async function findMember({ params }: MemberRequest, { store }: ConsoleTools): Promise<Member> {
  const member = await store.findMember(params['member'] ?? '');
  if (member === undefined) throw new ConsoleError('notFound');
  return member;
}

async function show(
  request: MemberRequest,
  tools: ConsoleTools,
  { link, notice }: { readonly link?: string; readonly notice?: 'saved' | 'noRole' | 'lastAdministrator' } = {},
): Promise<StaffReply> {
  const scene = tools.sceneOf(request);
  const { people } = scene.texts;
  const members = await tools.store.members();
  const body = html`${link === undefined ? undefined : drawLink(scene, link)}
    ${members.map((member) => drawMember(scene, member, member.id === request.member.id))}
    <section class="card">
      <h2>${people.invite}</h2>
      <p>${people.inviteText}</p>
      ${drawForm(
        scene,
        '/staff/people/invite',
        html`${drawRoles(scene, ['reads'], '')} ${drawSubmit(people.inviteSubmit)}`,
      )}
    </section>`;
  const page = drawPage(scene, { title: people.title, lead: people.text, notice: notice && people[notice], body });
  return { kind: 'page', status: notice === 'noRole' || notice === 'lastAdministrator' ? 400 : 200, page };
}

function drawLink({ texts: { people } }: Scene, link: string): Html {
  return html`<section class="card marked" role="status">
    <h2>${people.link}</h2>
    <p dir="ltr"><code class="copy">${link}</code></p>
    <p class="hint">${people.linkText}</p>
  </section>`;
}

function drawRoles({ texts }: Scene, chosen: readonly Role[], key: string): Html {
  return html`<fieldset data-key="${key}">
    <legend>${texts.people.roles}</legend>
    ${ROLES.map((role) =>
      drawTick('role', role, texts.roles[role], { hint: texts.roleHints[role], checked: chosen.includes(role) }),
    )}
  </fieldset>`;
}

function drawMember(scene: Scene, member: Member, isSelf: boolean): Html {
  const { people } = scene.texts;
  const { id, name, login, roles, disabled, createdAt } = member;
  const marks = [
    ...(isSelf ? [people.you] : []),
    ...(disabled ? [people.shutOut] : []),
    fill(people.joined, { date: sayDay(createdAt, scene.language) }),
  ];
  return html`<section class="card">
    <h2><bdi>${name}</bdi> <small dir="auto">${login}</small></h2>
    <p class="hint">${marks.join(' · ')}</p>
    <details>
      <summary>${sayRoles(roles, scene.texts)}</summary>
      ${drawForm(
        scene,
        `/staff/people/${id}/roles`,
        html`${drawRoles(scene, roles, id)} ${drawSubmit(people.save, 'quiet')}`,
      )}
      ${drawForm(scene, `/staff/people/${id}/recovery`, drawSubmit(people.newPassword, 'quiet'), {
        className: 'inline',
      })}
      ${
        isSelf
          ? undefined
          : drawForm(
              scene,
              `/staff/people/${id}/disable`,
              html`<input type="hidden" name="disabled" value="${disabled ? 'no' : 'yes'}" />
                ${drawSubmit(disabled ? people.enable : people.disable, disabled ? 'quiet' : 'danger')}`,
              { className: 'inline' },
            )
      }
    </details>
  </section>`;
}
