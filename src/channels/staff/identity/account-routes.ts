import { isPassword, keepPassword, weighPassword } from '../../../staff/identity/password';
import { html } from '../../../text/html';
import type { ConsoleTools } from '../console-dependencies';
import { dropCookie } from '../cookies';
import { fill } from '../fill';
import { drawField, drawForm, drawSubmit } from '../pages/draw-form';
import { drawPage } from '../pages/draw-page';
import type { MemberRequest, StaffReply, StaffRoute } from '../staff-route';
import { drawPasskeys } from './passkey-routes';
import { enter } from './sign-in-routes';

/** One's own account: devices, password. */
export function accountRoutes(tools: ConsoleTools): readonly StaffRoute[] {
  const { store } = tools;
  return [
    { method: 'GET', path: '/staff/account', needs: 'reads', handle: (request) => show(request, tools) },
    {
      method: 'POST',
      path: '/staff/account/sign-out-everywhere',
      needs: 'reads',
      handle: async ({ member, visit }) => {
        await store.endSessionsOf(member.id);
        await store.audit({ kind: 'signed-out-everywhere', who: member.name, values: {} });
        return { kind: 'redirect', to: '/staff/sign-in', cookies: [dropCookie('staff', visit)] };
      },
    },
    {
      method: 'POST',
      path: '/staff/account/password',
      needs: 'reads',
      handle: async (request) => {
        const { member, form, visit } = request;
        const { account, join } = tools.texts[visit.language];
        if ((await tools.attempts.count(member.login, visit.remoteAddress)) !== undefined) {
          return show(request, tools, { fault: account.wrong });
        }
        const kept = (await store.findMember(member.id))?.password;
        if (kept !== undefined && !(await isPassword(form.text('old'), kept))) {
          return show(request, tools, { fault: account.wrong });
        }
        const weak = weighPassword(form.text('new'), [member.name, member.login]);
        if (weak !== undefined) return show(request, tools, { weak: join[weak] });
        await store.setPassword(member.id, await keepPassword(form.text('new')));
        await store.endSessionsOf(member.id);
        await store.audit({ kind: 'password-changed', who: member.name, values: {} });
        const entered = await enter(member.id, request, tools);
        return { ...entered, kind: 'redirect', to: '/staff/account' };
      },
    },
  ];
}

async function show(
  request: MemberRequest,
  tools: ConsoleTools,
  faults: { readonly fault?: string; readonly weak?: string } = {},
): Promise<StaffReply> {
  const scene = tools.sceneOf(request);
  const { account, join } = scene.texts;
  const [count, passkeys] = await Promise.all([
    tools.store.countSessions(request.member.id),
    tools.store.passkeysOf(request.member.id),
  ]);
  const body = html`<section class="card">
      <p>${fill(account.signedInOn, { count })}</p>
      ${drawForm(scene, '/staff/sign-out', drawSubmit(account.signOut, 'quiet'), { className: 'inline' })}
      ${drawForm(
        scene,
        '/staff/account/sign-out-everywhere',
        html`${drawSubmit(account.signOutEverywhere, 'danger')}
          <p class="hint">${account.everywhereText}</p>`,
        { className: 'inline' },
      )}
    </section>
    ${drawPasskeys(scene, passkeys)}
    <section class="card">
      <h2>${account.passwordTitle}</h2>
      ${drawForm(
        scene,
        '/staff/account/password',
        html`<input type="hidden" name="login" autocomplete="username" value="${request.member.login}" /> ${drawField({
            name: 'old',
            label: account.old,
            type: 'password',
            autocomplete: 'current-password',
            fault: faults.fault,
          })}
          ${drawField({
            name: 'new',
            label: account.new,
            hint: join.passwordHint,
            type: 'password',
            autocomplete: 'new-password',
            required: true,
            fault: faults.weak,
          })}
          ${drawSubmit(account.change)}`,
      )}
    </section>`;
  const status = faults.fault ?? faults.weak;
  return {
    kind: 'page',
    status: status === undefined ? 200 : 400,
    page: drawPage(scene, { title: account.title, body }),
  };
}
