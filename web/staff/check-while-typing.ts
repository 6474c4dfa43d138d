/** Milliseconds without a key before what was typed is checked. */
const PAUSE = 600;

/** Told to the document with what the server said of the form. */
export const CHECKED = 'checked';

/** What the server says of a form. */
export interface Checked {
  readonly faults: readonly { readonly field: string; readonly text: string }[];
  readonly fine: string;
  /** How patients would see it; undefined while it cannot be shown. */
  readonly previews?: unknown;
}

/** Checks a form while somebody types, and tells what should be mended where the form says so (`data-check`). */
export function checkWhileTyping(document: Document): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-check]')) {
    const form = place.closest('form');
    const address = place.dataset['check'];
    if (form === null || address === undefined) continue;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asking = new AbortController();
    const check = (): void => {
      // An answer on what stood there before must not come after the one on what stands there now.
      asking.abort();
      asking = new AbortController();
      void ask(form, address, place, asking.signal);
    };
    form.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(check, PAUSE);
    });
    if (isRestored(form)) check();
  }
}

/** Whether something stands in it that the page did not bring. */
const isRestored = (form: HTMLFormElement): boolean =>
  [...form.querySelectorAll('textarea')].some(({ value, defaultValue }) => value !== defaultValue);

async function ask(form: HTMLFormElement, address: string, place: HTMLElement, signal: AbortSignal): Promise<void> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  try {
    const response = await fetch(address, { method: 'POST', body, signal, headers: { accept: 'application/json' } });
    if (!response.ok) return;
    const checked = (await response.json()) as Checked;
    show(checked, form, place);
    document.dispatchEvent(new CustomEvent(CHECKED, { detail: checked }));
  } catch {
    // No connection: what is typed stays, and saving says what is wrong.
  }
}

function show({ faults, fine }: Checked, form: HTMLFormElement, place: HTMLElement): void {
  const list = document.createElement('ul');
  list.className = 'faults';
  list.append(...faults.map(({ text }) => itemOf(text)));
  const good = document.createElement('p');
  good.className = 'good';
  good.textContent = fine;
  place.replaceChildren(faults.length === 0 ? good : list);
  const broken = new Set(faults.map(({ field }) => field));
  for (const field of form.querySelectorAll<HTMLElement>('textarea, input:not([type=hidden]), select')) {
    if (broken.has(field.getAttribute('name') ?? '')) field.setAttribute('aria-invalid', 'true');
    else field.removeAttribute('aria-invalid');
  }
}

function itemOf(text: string): HTMLLIElement {
  const item = document.createElement('li');
  item.textContent = text;
  return item;
}
