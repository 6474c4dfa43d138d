import type { StaffTexts } from '../../../knowledge/schema/staff';
import { foldLogin } from '../../../staff/identity/member';
import type { Invitation } from '../../../staff/identity/invitation';
import { keepPassword, weighPassword } from '../../../staff/identity/password';
import { readRoles, type Role } from '../../../staff/identity/role';
import { hashSecret } from '../../../staff/identity/secret';
import { type Html, html } from '../../../text/html';
import type { ConsoleTools } from '../console-dependencies';
import { fill } from '../fill';
import { drawField, drawForm, drawSubmit, drawTick } from '../pages/draw-form';
import { drawPage } from '../pages/draw-page';
import type { Scene } from '../scene';
import type { StaffReply, StaffRequest, StaffRoute } from '../staff-route';
import { enter } from './sign-in-routes';

const LONGEST_NAME = 60;

/** What the first administrator may do; approving only who says to be the physician. */
const FIRST_ROLES: readonly Role[] = ['reads', 'edits', 'answers', 'administers'];

/** The links that let somebody in: the first administrator's, a colleague's, one for a forgotten password. */
export function joinRoutes(tools: ConsoleTools): readonly StaffRoute[] {
  const { store } = tools;
  const show = async (request: StaffRequest, fault?: keyof StaffTexts['join'], status = 200): Promise<StaffReply> => {
    const scene = tools.sceneOf(request);
    const invitation = await store.findInvitation(hashSecret(request.params['secret'] ?? ''));
    if (invitation === undefined || (invitation.kind === 'first' && (await store.hasMembers()))) return ended(scene);
    const login = (await store.findMember(invitation.memberId ?? ''))?.login ?? '';
    const page =
      invitation.kind === 'recovery'
        ? drawRecovery(scene, request, login, fault)
        : drawJoin(scene, request, invitation, fault);
    return { kind: 'page', status, page };
  };
  return [
    { method: 'GET', path: '/staff/join/:secret', needs: 'visitor', handle: (request) => show(request) },
    {
      method: 'POST',
      path: '/staff/join/:secret',
      needs: 'visitor',
      handle: async (request) => {
        const { form, params, visit } = request;
        const hash = hashSecret(params['secret'] ?? '');
        const invitation = await store.findInvitation(hash);
        if (invitation === undefined) return ended(tools.sceneOf(request));
        if ((await tools.attempts.count(hash, visit.remoteAddress)) !== undefined) return show(request, 'plain', 429);
        const name = form.text('name').replace(/\s+/gu, ' ').trim().slice(0, LONGEST_NAME);
        const login = foldLogin(form.text('login')).slice(0, LONGEST_NAME);
        const isRecovery = invitation.kind === 'recovery';
        if (!isRecovery && (name === '' || login === '')) return show(request, 'nameless', 400);
        const weak = weighPassword(form.text('password'), [name, login]);
        if (weak !== undefined) return show(request, weak, 400);
        const password = await keepPassword(form.text('password'));
        if (isRecovery) {
          const member = await store.recover(hash, password);
          if (member === undefined) return ended(tools.sceneOf(request));
          await store.audit({ kind: 'password-changed', who: member.name, values: {} });
          return enter(member.id, request, tools);
        }
        const roles =
          invitation.kind === 'first'
            ? readRoles([...FIRST_ROLES, ...(form.has('physician') ? ['approves'] : [])])
            : invitation.roles;
        const joining = await store.join(hash, { name, login, roles, password });
        if (joining.kind === 'login-taken') return show(request, 'taken', 409);
        if (joining.kind === 'ended') return ended(tools.sceneOf(request));
        await store.audit({ kind: 'joined', who: name, values: { roles: roles.join(' ') } });
        return enter(joining.member.id, request, tools);
      },
    },
  ];
}

/** Roles in words, for a sentence. */
export const sayRoles = (roles: readonly Role[], texts: StaffTexts): string =>
  roles.map((role) => texts.roles[role]).join(' · ');

function ended(scene: Scene): StaffReply {
  const { join } = scene.texts;
  return {
    kind: 'page',
    status: 410,
    page: drawPage(scene, { title: join.ended, body: html`<p>${join.endedHint}</p>` }),
  };
}

function drawJoin(
  scene: Scene,
  { form, params }: StaffRequest,
  { kind, roles }: Invitation,
  fault: keyof StaffTexts['join'] | undefined,
): Html {
  const { join } = scene.texts;
  const isFirst = kind === 'first';
  const body = drawForm(
    scene,
    `/staff/join/${params['secret'] ?? ''}`,
    html`${drawField({
      name: 'name',
      label: join.name,
      hint: join.nameHint,
      value: form.text('name'),
      autocomplete: 'name',
      required: true,
    })}
    ${drawField({
      name: 'login',
      label: join.login,
      hint: join.loginHint,
      value: form.text('login'),
      autocomplete: 'username',
      required: true,
      fault: fault === 'taken' ? join.taken : undefined,
    })}
    ${drawNewPassword(scene, fault)}
    ${
      isFirst
        ? drawTick('physician', 'yes', join.physician, { hint: join.physicianHint, checked: form.has('physician') })
        : undefined
    }
    ${drawSubmit(join.submit)}`,
  );
  const lead = isFirst ? join.first : fill(join.colleague, { roles: sayRoles(roles, scene.texts) });
  const notice = fault === 'nameless' ? join.nameless : undefined;
  return drawPage(scene, { title: join.title, lead, notice, body });
}

function drawRecovery(
  scene: Scene,
  { params }: StaffRequest,
  login: string,
  fault: keyof StaffTexts['join'] | undefined,
): Html {
  const { recover } = scene.texts;
  const body = drawForm(
    scene,
    `/staff/join/${params['secret'] ?? ''}`,
    html`<input type="hidden" name="login" autocomplete="username" value="${login}" />${drawNewPassword(scene, fault)}
      ${drawSubmit(recover.submit)}`,
  );
  return drawPage(scene, { title: recover.title, lead: fill(recover.text, { login }), body });
}

function drawNewPassword({ texts: { join } }: Scene, fault: keyof StaffTexts['join'] | undefined): Html {
  return drawField({
    name: 'password',
    label: join.password,
    hint: join.passwordHint,
    type: 'password',
    autocomplete: 'new-password',
    required: true,
    fault: fault === 'short' || fault === 'long' || fault === 'plain' ? join[fault] : undefined,
  });
}
