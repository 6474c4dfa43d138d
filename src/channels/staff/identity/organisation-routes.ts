import { randomBytes } from 'node:crypto';
import { admit } from '../../../staff/identity/account';
import { deriveSecret, isSameSecret } from '../../../staff/identity/secret';
import type { ConsoleTools } from '../console-dependencies';
import { fill } from '../fill';
import type { StaffReply, StaffRequest, StaffRoute } from '../staff-route';
import type { Provider, Ties } from './provider';
import { enter, readNext, showSignIn } from './sign-in-routes';

const CALLBACK = '/staff/organisation/callback';

/** Signing in with the organisation's account; no route at all where none is set up. */
export function organisationRoutes(tools: ConsoleTools): readonly StaffRoute[] {
  const { provider } = tools;
  if (provider === undefined) return [];
  return [
    {
      method: 'GET',
      path: '/staff/organisation',
      needs: 'visitor',
      handle: async (request) => {
        try {
          const ties = tieTo(request, readNext(request.query['next'] ?? ''));
          return { kind: 'redirect', to: await provider.begin(request.visit.origin + CALLBACK, ties) };
        } catch (error) {
          tools.report(error);
          return showSignIn(request, tools, tools.texts[request.visit.language].signIn.unreachable, 503);
        }
      },
    },
    { method: 'GET', path: CALLBACK, needs: 'visitor', handle: (request) => arrive(request, tools, provider) },
  ];
}

/** Ties made of what this browser alone has: a code that somebody else began with is of no use here. */
function tiesOf({ formToken }: Pick<StaffRequest, 'formToken'>, begun: string): Ties {
  return {
    state: `${begun}.${deriveSecret(formToken, `state ${begun}`)}`,
    nonce: deriveSecret(formToken, `nonce ${begun}`),
    verifier: deriveSecret(formToken, `verifier ${begun}`),
  };
}

const tieTo = (request: StaffRequest, next: string): Ties =>
  tiesOf(request, `${randomBytes(12).toString('base64url')}.${Buffer.from(next).toString('base64url')}`);

async function arrive(request: StaffRequest, tools: ConsoleTools, provider: Provider): Promise<StaffReply> {
  const { visit, query } = request;
  const { signIn } = tools.texts[visit.language];
  const [salt = '', next = ''] = (query['state'] ?? '').split('.');
  const ties = tiesOf(request, `${salt}.${next}`);
  if (!isSameSecret(query['state'] ?? '', ties.state)) return showSignIn(request, tools, signIn.broken, 400);
  const arrived = new URL(visit.origin + CALLBACK);
  for (const [name, value] of Object.entries(query)) if (value !== undefined) arrived.searchParams.set(name, value);
  try {
    const account = await provider.finish(arrived, ties);
    const admission = admit(account, provider.rules);
    const roles = admission.kind === 'given' ? admission.roles : undefined;
    const member = admission.kind === 'refused' ? undefined : await tools.store.enterByAccount({ ...account, roles });
    if (member === undefined || member.disabled) {
      await tools.store.audit({ kind: 'sign-in-refused', who: '', values: { login: account.address ?? account.name } });
      return showSignIn(request, tools, fill(signIn.notAdmitted, { account: account.address ?? account.name }), 403);
    }
    if (member.isNew) {
      await tools.store.audit({ kind: 'joined', who: member.name, values: { roles: member.roles.join(' ') } });
    }
    await tools.store.audit({ kind: 'signed-in', who: member.name, values: {} });
    return await enter(member.id, request, tools, readNext(Buffer.from(next, 'base64url').toString()));
  } catch (error) {
    tools.report(error);
    return showSignIn(request, tools, signIn.broken, 400);
  }
}
