import { z } from 'zod';
import { html, type Html } from '../../../text/html';
import type { Passkey } from '../../../staff/identity/passkey';
import type { ConsoleTools } from '../console-dependencies';
import { fill } from '../fill';
import { drawForm, drawSubmit } from '../pages/draw-form';
import { sayDay } from '../say-time';
import type { Scene } from '../scene';
import type { MemberRequest, StaffReply, StaffRequest, StaffRoute } from '../staff-route';
import { createChallenges } from './challenge';
import { enter, showSignIn } from './sign-in-routes';

/** Loaded with the first key: most starts need none. */
const load = () => import('@simplewebauthn/server');
type Library = Awaited<ReturnType<typeof load>>;
type RegistrationResponse = Parameters<Library['verifyRegistrationResponse']>[0]['response'];
type AuthenticationResponse = Parameters<Library['verifyAuthenticationResponse']>[0]['response'];
type Transports = NonNullable<RegistrationResponse['response']['transports']>;

const named = z.object({ id: z.string() });

/** A device knows the console by its host: a page elsewhere cannot ask for its keys. */
const hostOf = ({ visit }: StaffRequest): string => new URL(visit.origin).hostname;
const decode = (challenge: string): string => Buffer.from(challenge, 'base64url').toString();

/** Signing in with a key of one's device instead of a password; making and removing such keys. */
export function passkeyRoutes(tools: ConsoleTools): readonly StaffRoute[] {
  const { store } = tools;
  const challenges = createChallenges(tools.now);

  const options = async (request: StaffRequest): Promise<StaffReply> => {
    if (!(await store.hasPasskeys())) return { kind: 'json', body: {} };
    const { generateAuthenticationOptions } = await load();
    const body = await generateAuthenticationOptions({
      rpID: hostOf(request),
      challenge: challenges.make(request.formToken),
      userVerification: 'required',
    });
    return { kind: 'json', body };
  };

  const signIn = async (request: StaffRequest): Promise<StaffReply> => {
    const { visit, form } = request;
    const said = tools.texts[visit.language].signIn;
    const response = readJson(form.text('passkey')) as AuthenticationResponse | undefined;
    const id = named.safeParse(response).data?.id ?? '';
    const minutes = await tools.attempts.count(`passkey ${id}`, visit.remoteAddress);
    if (minutes !== undefined) return showSignIn(request, tools, fill(said.locked, { minutes }), 429);
    const passkey = await store.findPasskey(id);
    const member = passkey && (await store.findMember(passkey.memberId));
    const counter = passkey && response && (await verify(request, response, passkey));
    if (passkey === undefined || member === undefined || member.disabled || counter === undefined) {
      await store.audit({ kind: 'sign-in-refused', who: '', values: { login: member?.login ?? '?' } });
      return showSignIn(request, tools, said.passkeyRefused, 401);
    }
    await store.usedPasskey(passkey.id, counter);
    await tools.attempts.forgive(`passkey ${id}`);
    await store.audit({ kind: 'signed-in', who: member.name, values: {} });
    return enter(member.id, request, tools);
  };

  /** How often the key was used by now; undefined where the answer is not the key's. */
  const verify = async (
    request: StaffRequest,
    response: AuthenticationResponse,
    { id, publicKey, counter, transports }: Passkey,
  ): Promise<number | undefined> => {
    const { verifyAuthenticationResponse } = await load();
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response,
        expectedChallenge: (challenge) => challenges.take(request.formToken, decode(challenge)),
        expectedOrigin: request.visit.origin,
        expectedRPID: hostOf(request),
        requireUserVerification: true,
        credential: {
          id,
          publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')),
          counter,
          transports: [...transports] as Transports,
        },
      });
      return verified ? authenticationInfo.newCounter : undefined;
    } catch {
      // The library throws at whatever does not fit.
      return undefined;
    }
  };

  const newOptions = async (request: MemberRequest): Promise<StaffReply> => {
    const { generateRegistrationOptions } = await load();
    const { member, formToken } = request;
    const own = await store.passkeysOf(member.id);
    const body = await generateRegistrationOptions({
      rpName: tools.clinicName() ?? tools.texts.ar.console.title,
      rpID: hostOf(request),
      userName: member.login,
      userDisplayName: member.name,
      userID: new Uint8Array(Buffer.from(member.id)),
      challenge: challenges.make(formToken),
      attestationType: 'none',
      excludeCredentials: own.map(({ id, transports }) => ({ id, transports: [...transports] as Transports })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    return { kind: 'json', body };
  };

  const add = async (request: MemberRequest): Promise<StaffReply> => {
    const { member, form, formToken, visit } = request;
    const { verifyRegistrationResponse } = await load();
    const back: StaffReply = { kind: 'redirect', to: '/staff/account' };
    const response = readJson(form.text('passkey')) as RegistrationResponse | undefined;
    if (response === undefined) return back;
    const made = await verifyRegistrationResponse({
      response,
      expectedChallenge: (challenge) => challenges.take(formToken, decode(challenge)),
      expectedOrigin: visit.origin,
      expectedRPID: hostOf(request),
      requireUserVerification: true,
    }).catch(() => undefined);
    const credential = made?.registrationInfo?.credential;
    if (credential === undefined || (await store.findPasskey(credential.id)) !== undefined) return back;
    await store.addPasskey({
      id: credential.id,
      memberId: member.id,
      publicKey: Buffer.from(credential.publicKey).toString('base64url'),
      counter: credential.counter,
      transports: credential.transports ?? [],
      createdAt: tools.now(),
    });
    await store.audit({ kind: 'passkey-added', who: member.name, values: {} });
    return back;
  };

  const remove = async ({ member, form }: MemberRequest): Promise<StaffReply> => {
    if (await store.removePasskey(form.text('id'), member.id))
      await store.audit({ kind: 'passkey-removed', who: member.name, values: {} });
    return { kind: 'redirect', to: '/staff/account' };
  };

  return [
    { method: 'GET', path: '/staff/passkey/options', needs: 'visitor', handle: options },
    { method: 'POST', path: '/staff/passkey', needs: 'visitor', handle: signIn },
    { method: 'GET', path: '/staff/account/passkeys/options', needs: 'reads', handle: newOptions },
    { method: 'POST', path: '/staff/account/passkeys/add', needs: 'reads', handle: add },
    { method: 'POST', path: '/staff/account/passkeys/remove', needs: 'reads', handle: remove },
  ];
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The keys of one's devices on the page of one's account; the script shows what makes one, where the browser can. */
export function drawPasskeys(scene: Scene, passkeys: readonly Passkey[]): Html {
  const { passkey } = scene.texts;
  return html`<section class="card">
    <h2>${passkey.title}</h2>
    <p class="hint">${passkey.text}</p>
    ${passkeys.map(({ id, createdAt }) =>
      drawForm(
        scene,
        '/staff/account/passkeys/remove',
        html`<span>${fill(passkey.made, { date: sayDay(createdAt, scene.language) })}</span>
          <input type="hidden" name="id" value="${id}" />${drawSubmit(passkey.remove, 'quiet')}`,
        { className: 'inline' },
      ),
    )}
    ${drawForm(
      scene,
      '/staff/account/passkeys/add',
      html`<input type="hidden" name="passkey" />
        <button type="button" class="button main" hidden data-passkey="/staff/account/passkeys/options">
          ${passkey.add}
        </button>`,
    )}
  </section>`;
}
