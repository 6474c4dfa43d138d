/**
 * Sends a form without leaving the page. Until the server has taken it, what was typed stays; a second try carries the
 * same key, so that nothing is said twice.
 */
export function sendInPlace(form: HTMLFormElement): void {
  const field = form.querySelector('textarea');
  const key = form.querySelector<HTMLInputElement>('input[name="key"]');
  const button = form.querySelector<HTMLButtonElement>('button[type="submit"]');
  const fault = form.querySelector<HTMLElement>('[data-fault]');
  if (field === null || key === null || button === null) return;
  const send = async (): Promise<void> => {
    if (field.value.trim() === '' || button.disabled) return;
    button.disabled = true;
    const isSent = await post(form);
    button.disabled = false;
    if (fault !== null) {
      fault.hidden = isSent;
      fault.textContent = isSent ? '' : (fault.dataset['fault'] ?? '');
    }
    if (isSent) {
      field.value = '';
      key.value = crypto.randomUUID();
      // What is kept of the form is what is typed into it now.
      form.dispatchEvent(new Event('input', { bubbles: true }));
    }
    field.focus();
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
  });
}

async function post(form: HTMLFormElement): Promise<boolean> {
  const body = new URLSearchParams({ json: 'yes' });
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  try {
    const response = await fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' } });
    return response.ok && ((await response.json()) as { readonly became?: string }).became === 'done';
  } catch {
    return false;
  }
}
