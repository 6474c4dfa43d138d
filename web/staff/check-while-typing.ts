/** Milliseconds without a key before what was typed is checked. */
const PAUSE = 600;

interface Checked {
  readonly faults: readonly { readonly field: string; readonly text: string }[];
  readonly fine: string;
}

/** Checks a form while somebody types, and tells what should be mended where the form says so (`data-check`). */
export function checkWhileTyping(document: Document): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-check]')) {
    const form = place.closest('form');
    const address = place.dataset['check'];
    if (form === null || address === undefined) continue;
    let timer: ReturnType<typeof setTimeout> | undefined;
    form.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => void check(form, address, place), PAUSE);
    });
  }
}

async function check(form: HTMLFormElement, address: string, place: HTMLElement): Promise<void> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  try {
    const response = await fetch(address, { method: 'POST', body, headers: { accept: 'application/json' } });
    if (response.ok) show((await response.json()) as Checked, form, place);
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
