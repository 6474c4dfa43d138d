/** Milliseconds between two signs: the patient's chat shows one for six seconds. */
const EVERY = 4_000;

/** Tells the patient that an answer is being written, while something is typed into the form. What is typed stays here. */
export function tellWriting(form: HTMLFormElement): void {
  const field = form.querySelector('textarea');
  if (field === null) return;
  let last = -EVERY;
  field.addEventListener('input', () => {
    const now = performance.now();
    if (field.value.trim() === '' || now - last < EVERY) return;
    last = now;
    const body = new URLSearchParams({ json: 'yes' });
    for (const [name, value] of new FormData(form)) {
      if (typeof value === 'string' && name !== field.name) body.append(name, value);
    }
    // Whether the dots appear decides nothing.
    fetch(form.action.replace(/answer$/, 'writing'), { method: 'POST', body }).catch(() => undefined);
  });
}
