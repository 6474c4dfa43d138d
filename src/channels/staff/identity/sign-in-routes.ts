import { foldLogin } from '../../../staff/identity/member';
import { isPassword } from '../../../staff/identity/password';
import { createSecret, formTokenOf, hashSecret } from '../../../staff/identity/secret';
import type { ConsoleTools } from '../console-dependencies';
import { dropCookie, writeCookie } from '../cookies';
import { fill } from '../fill';
import type { StaffReply, StaffRequest, StaffRoute } from '../staff-route';
import { drawResume, drawSignIn, KEPT } from './draw-sign-in';

/** Signing in with a password, and out. */
export function signInRoutes(tools: ConsoleTools): readonly StaffRoute[] {
  const { store, attempts } = tools;
  return [
    {
      method: 'GET',
      path: '/staff/sign-in',
      needs: 'visitor',
      handle: (request) => Promise.resolve(showSignIn(request, tools)),
    },
    {
      method: 'POST',
      path: '/staff/sign-in',
      needs: 'visitor',
      handle: async (request) => {
        const { form, visit } = request;
        const login = foldLogin(form.text('login'));
        const { signIn } = tools.texts[visit.language];
        const minutes = await attempts.count(login, visit.remoteAddress);
        if (minutes !== undefined) return showSignIn(request, tools, fill(signIn.locked, { minutes }), 429);
        const member = await store.findByLogin(login);
        const isRight = await isPassword(form.text('password'), member?.password);
        if (!isRight || member === undefined || member.disabled) {
          // A name nobody has may be a password typed into the wrong field.
          await store.audit({ kind: 'sign-in-refused', who: '', values: { login: member?.login ?? '?' } });
          return showSignIn(request, tools, signIn.refused, 401);
        }
        await attempts.forgive(login);
        await store.audit({ kind: 'signed-in', who: member.name, values: {} });
        return enter(member.id, request, tools);
      },
    },
    {
      method: 'POST',
      path: '/staff/sign-out',
      needs: 'reads',
      handle: async ({ session, visit }) => {
        await store.endSession(session);
        return { kind: 'redirect', to: '/staff/sign-in', cookies: [dropCookie('staff', visit)] };
      },
    },
  ];
}

/** Only our own pages: a link must not lead elsewhere after signing in. */
export const readNext = (text: string): string => (/^\/staff(\/[\w./:-]*)?$/.test(text) ? text : '/staff');

const keptIn = ({ form }: StaffRequest): (readonly [string, string])[] =>
  form.entries().flatMap(([name, value]) => (name.startsWith(KEPT) ? [[name.slice(KEPT.length), value] as const] : []));

/** The page on which one signs in, with what is set up here. */
export function showSignIn(request: StaffRequest, tools: ConsoleTools, why?: string, status = 200): StaffReply {
  const { form, query } = request;
  const next = readNext(form.text('next') || (query['next'] ?? ''));
  const model = { next, why, login: form.text('login'), kept: keptIn(request) };
  return { kind: 'page', status, page: drawSignIn(tools.sceneOf(request), model) };
}

/** Begins a session in a cookie of its own: nothing the browser had before counts any more. */
export async function enter(
  memberId: string,
  request: StaffRequest,
  tools: ConsoleTools,
  to: string = readNext(request.form.text('next')),
): Promise<StaffReply> {
  const token = createSecret();
  await tools.store.startSession(hashSecret(token), memberId);
  const { visit } = request;
  const cookies = [writeCookie('staff', token, visit), dropCookie('staff-visit', visit)];
  const kept = keptIn(request);
  if (kept.length === 0) return { kind: 'redirect', to, cookies };
  const scene = tools.sceneOf({ ...request, formToken: formTokenOf(token) });
  return { kind: 'page', page: drawResume(scene, to, kept), cookies };
}
