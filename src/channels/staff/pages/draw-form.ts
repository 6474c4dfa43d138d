import { type Html, html } from '../../../text/html';
import type { Scene } from '../scene';

/** A form that changes something: it carries the token that ties it to this visitor. */
export function drawForm(
  scene: Pick<Scene, 'formToken'>,
  action: string,
  body: Html | readonly Html[],
  options: {
    readonly className?: string;
    /** What is typed is kept in the browser under this name until the form was `taken`. */
    readonly keep?: string;
    readonly taken?: boolean;
    /** It sends a file. */
    readonly file?: boolean;
  } = {},
): Html {
  const { className = 'form', keep, taken = false, file = false } = options;
  return html`<form
    method="post"
    action="${action}"
    class="${className}"
    ${keep === undefined ? undefined : html`data-keep="${keep}"`}
    ${taken ? html`data-taken` : undefined}
    ${file ? html`enctype="multipart/form-data"` : undefined}
  >
    <input type="hidden" name="token" value="${scene.formToken}" />${body}
  </form>`;
}

interface Field {
  readonly name: string;
  /** Default: its name. */
  readonly id?: string | undefined;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value?: string | undefined;
  readonly type?: 'text' | 'password' | 'email' | 'tel' | 'url' | 'date' | 'search' | undefined;
  readonly autocomplete?: string | undefined;
  readonly required?: boolean | undefined;
  readonly fault?: string | undefined;
  readonly direction?: 'ltr' | undefined;
  /** Id of a `datalist` with values to choose from. */
  readonly list?: string | undefined;
}

/** A line to fill in, with its label above and what helps below. */
export function drawField(field: Field): Html {
  const {
    name,
    id = name,
    label,
    hint,
    value = '',
    type = 'text',
    autocomplete,
    required = false,
    fault,
    direction,
    list,
  } = field;
  const described = [hint === undefined ? [] : [`${id}-hint`], fault === undefined ? [] : [`${id}-fault`]].flat();
  return html`<div class="field">
    <label for="${id}">${label}</label>
    <input
      id="${id}"
      name="${name}"
      type="${type}"
      value="${value}"
      ${autocomplete === undefined ? undefined : html`autocomplete="${autocomplete}"`}
      ${required ? html`required` : undefined}
      ${list === undefined ? undefined : html`list="${list}"`}
      ${direction === undefined ? undefined : html`dir="${direction}"`}
      ${described.length === 0 ? undefined : html`aria-describedby="${described.join(' ')}"`}
      ${fault === undefined ? undefined : html`aria-invalid="true"`}
    />
    ${hint === undefined ? undefined : html`<p class="hint" id="${id}-hint">${hint}</p>`}
    ${fault === undefined ? undefined : html`<p class="fault" id="${id}-fault">${fault}</p>`}
  </div>`;
}

/** A box to tick. */
export function drawTick(
  name: string,
  value: string,
  label: string,
  { hint, checked = false }: { readonly hint?: string | undefined; readonly checked?: boolean } = {},
): Html {
  return html`<label class="tick"
    ><input type="checkbox" name="${name}" value="${value}" ${checked ? html`checked` : undefined} />
    <span>${label}${hint === undefined ? undefined : html`<small>${hint}</small>`}</span></label
  >`;
}

/** The button that sends a form. */
export const drawSubmit = (text: string, kind: 'main' | 'quiet' | 'danger' = 'main'): Html =>
  html`<button type="submit" class="button ${kind}">${text}</button>`;
