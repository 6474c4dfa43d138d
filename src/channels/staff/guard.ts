import { formTokenOf, createSecret, hashSecret, isSameSecret } from '../../staff/identity/secret';
import { mayDo } from '../../staff/identity/role';
import type { Session } from '../../staff/identity/session';
import { html } from '../../text/html';
import { ConsoleError } from './console-error';
import type { ConsoleTools } from './console-dependencies';
import { readCookie, writeCookie } from './cookies';
import { fill } from './fill';
import { drawSignIn } from './identity/draw-sign-in';
import { drawPage } from './pages/draw-page';
import { isOwnPage, readVisit } from './read-visit';
import { readBody } from './read-body';
import type { MemberRequest, RawStaffRequest, StaffReply, StaffRequest, StaffRoute, Visit } from './staff-route';

/** Milliseconds between two notes that somebody is still there. */
const TOUCH_EVERY = 60_000;

/** Fields that do not travel through the page for signing in: passwords stand in no page. */
const NEVER_KEPT = ['token', 'password', 'old', 'new'];

type Fault = keyof ConsoleTools['texts']['ar']['faults'];
const STATUS = { notFound: 404, notOffered: 400, otherPage: 409, tooLarge: 413, noRole: 403 } as const;

/** Who sends a request. */
interface Sender {
  readonly visit: Visit;
  readonly session: Session | undefined;
  /** What ties forms to this browser: its session, or a cookie of its own before signing in. */
  readonly secret: string;
  readonly cookies: readonly string[];
}

/**
 * What stands before every route: a secure way, a request of our own page for each change, somebody signed in with the
 * role, the form's token; and after it: an answer in words whatever goes wrong.
 */
export function guardRoute(route: StaffRoute, tools: ConsoleTools): (raw: RawStaffRequest) => Promise<StaffReply> {
  return async (raw) => {
    const visit = readVisit(raw, tools.publicUrl);
    if (visit === undefined) return refuseInsecure(tools);
    const request = await readRequest(raw, visit, '');
    try {
      const sender = await readSender(raw, visit, tools);
      const known = { ...request, formToken: formTokenOf(sender.secret) };
      const reply = await answer(route, raw, known, sender, tools);
      return { ...reply, cookies: [...sender.cookies, ...(reply.cookies ?? [])] };
    } catch (error) {
      if (error instanceof ConsoleError)
        return drawFault(error.fault, STATUS[error.fault], request, tools, error.values);
      tools.report(error);
      return drawFault('unforeseen', 500, request, tools);
    }
  };
}

async function answer(
  route: StaffRoute,
  raw: RawStaffRequest,
  request: StaffRequest,
  sender: Sender,
  tools: ConsoleTools,
): Promise<StaffReply> {
  const { visit, session, secret } = sender;
  const isChange = raw.method === 'POST';
  if (isChange && !isOwnPage(raw, visit)) return drawFault('forbidden', 403, request, tools);
  if (raw.body === 'too-large') return drawFault('tooLarge', 413, request, tools);
  if (route.needs === 'visitor') {
    if (isChange && !hasToken(raw, request, secret)) return drawFault('forbidden', 403, request, tools);
    return route.handle(request);
  }
  if (session === undefined) return askToSignIn(raw, request, tools);
  const { member } = session;
  const own: MemberRequest = { ...request, member, session: hashSecret(secret) };
  if (!mayDo(member.roles, route.needs)) {
    const role = tools.texts[visit.language].roles[route.needs];
    return drawFault('noRole', 403, own, tools, { role });
  }
  if (isChange && !hasToken(raw, request, secret)) return drawFault('forbidden', 403, own, tools);
  return guardMember(() => route.handle(own), own, tools);
}

/** Faults are told on a page with the member's menu. */
async function guardMember(
  work: () => Promise<StaffReply>,
  request: MemberRequest,
  tools: ConsoleTools,
): Promise<StaffReply> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ConsoleError) return drawFault(error.fault, STATUS[error.fault], request, tools, error.values);
    tools.report(error);
    return drawFault('unforeseen', 500, request, tools);
  }
}

async function readSender(raw: RawStaffRequest, visit: Visit, tools: ConsoleTools): Promise<Sender> {
  const language = new URL(raw.url, 'http://localhost').searchParams.get('language');
  const chosen = language === null ? [] : [writeCookie('staff-language', visit.language, visit, 365 * 86_400)];
  const token = readCookie('staff', raw, visit.secure);
  if (token !== undefined) {
    const session = await tools.store.findSession(hashSecret(token));
    if (session !== undefined) {
      // On a full disk nobody can be noted as still there; they read on until the session ends by itself.
      if (Math.abs(tools.now() - session.seenAt) > TOUCH_EVERY)
        await tools.store.touchSession(hashSecret(token)).catch(tools.report);
      return { visit, session, secret: token, cookies: chosen };
    }
  }
  const kept = readCookie('staff-visit', raw, visit.secure);
  const secret = kept ?? createSecret();
  const made = kept === undefined ? [writeCookie('staff-visit', secret, visit)] : [];
  return { visit, session: undefined, secret, cookies: [...chosen, ...made] };
}

async function readRequest(raw: RawStaffRequest, visit: Visit, formToken: string): Promise<StaffRequest> {
  const { pathname, searchParams } = new URL(raw.url, 'http://localhost');
  const body = Buffer.isBuffer(raw.body) ? raw.body : Buffer.alloc(0);
  const { form, file } = await readBody([raw.headers['content-type'] ?? ''].flat().join(''), body);
  return {
    path: pathname,
    params: raw.params,
    query: Object.fromEntries(searchParams),
    form,
    file,
    visit,
    formToken,
  };
}

function hasToken(raw: RawStaffRequest, { form }: StaffRequest, secret: string): boolean {
  const sent = [raw.headers['x-form-token'] ?? form.text('token')].flat().join('');
  return isSameSecret(sent, formTokenOf(secret));
}

const wantsJson = ({ headers }: RawStaffRequest): boolean =>
  [headers['accept'] ?? ''].flat().join('').startsWith('application/json');

/** What was typed goes along through signing in, and comes back. */
function askToSignIn(raw: RawStaffRequest, request: StaffRequest, tools: ConsoleTools): StaffReply {
  if (wantsJson(raw)) return { kind: 'json', status: 401, body: { ended: true } };
  const scene = tools.sceneOf(request);
  if (raw.method === 'GET') {
    const hadSession = readCookie('staff', raw, request.visit.secure) !== undefined;
    const { signIn } = scene.texts;
    const why = hadSession ? signIn.ended : undefined;
    return { kind: 'page', status: 401, page: drawSignIn(scene, { next: request.path, why }) };
  }
  const kept = request.form.entries().filter(([name]) => !NEVER_KEPT.includes(name));
  const { ended, kept: comfort } = scene.texts.signIn;
  const why = kept.length > 0 ? `${ended} ${comfort}` : ended;
  return { kind: 'page', status: 401, page: drawSignIn(scene, { next: request.path, why, kept }) };
}

function drawFault(
  fault: Fault,
  status: number,
  request: StaffRequest,
  tools: ConsoleTools,
  values: Readonly<Record<string, string>> = {},
): StaffReply {
  const scene = tools.sceneOf(request);
  const { faults } = scene.texts;
  const body = html`<p>${fill(faults[fault], values)}</p>
    <p><a class="button quiet" href="/staff">${faults.back}</a></p>`;
  return { kind: 'page', status, page: drawPage(scene, { title: faults.title, body }) };
}

async function refuseInsecure(tools: ConsoleTools): Promise<StaffReply> {
  const visit: Visit = { origin: '', secure: false, remoteAddress: '', language: 'ar' };
  const request = await readRequest(
    { method: 'GET', url: '/staff', params: {}, headers: {}, body: undefined, remoteAddress: '' },
    visit,
    '',
  );
  return drawFault('notSecure', 403, request, tools);
}
