import { type Html, html } from '../../../text/html';
import { drawField, drawForm, drawSubmit } from '../pages/draw-form';
import { drawPage } from '../pages/draw-page';
import type { Scene } from '../scene';

/** Why one has to sign in, and what to do afterwards. */
export interface SignInModel {
  /** Where to go afterwards: a path of the console. */
  readonly next: string;
  readonly why?: string | undefined;
  readonly login?: string | undefined;
  /** What was typed in a form before the session ended. */
  readonly kept?: readonly (readonly [string, string])[] | undefined;
}

/** Names under which kept fields travel through signing in. */
export const KEPT = 'kept-';

/** The page on which one signs in. */
export function drawSignIn(scene: Scene, { next, why, login, kept = [] }: SignInModel): Html {
  const { signIn } = scene.texts;
  const organisation = scene.hasOrganisation
    ? html`<p>
          <a class="button main" href="/staff/organisation?next=${encodeURIComponent(next)}">${signIn.organisation}</a>
        </p>
        <p class="hint">${signIn.orPassword}</p>`
    : undefined;
  const body = html`${organisation}
  ${drawForm(
    scene,
    '/staff/sign-in',
    html`<input type="hidden" name="next" value="${next}" />
      ${kept.map(([name, value]) => html`<input type="hidden" name="${KEPT}${name}" value="${value}" />`)}
      ${drawField({ name: 'login', label: signIn.login, value: login, autocomplete: 'username', required: true })}
      ${drawField({
        name: 'password',
        label: signIn.password,
        type: 'password',
        autocomplete: 'current-password',
        required: true,
      })}
      ${drawSubmit(signIn.submit)}
      <input type="hidden" name="passkey" />
      <button
        type="button"
        class="button quiet"
        hidden
        data-passkey="/staff/passkey/options"
        data-action="/staff/passkey"
      >
        ${signIn.passkey}
      </button>
      <p class="hint">${signIn.help}</p>`,
  )}`;
  return drawPage(scene, { title: signIn.title, notice: why, body });
}

/** The page that gives back what was typed before the session ended. */
export function drawResume(scene: Scene, action: string, kept: readonly (readonly [string, string])[]): Html {
  const { resume } = scene.texts;
  const body = drawForm(
    scene,
    action,
    html`${kept.map(([name, value]) => html`<textarea name="${name}" hidden>${value}</textarea>`)}
    ${drawSubmit(resume.submit)}`,
  );
  return drawPage(scene, { title: resume.title, lead: resume.text, body });
}
