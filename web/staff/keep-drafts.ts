const PREFIX = 'staff-draft:';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * What is typed into a form marked `data-keep` is kept in this tab as it is typed, and put back when the page is loaded
 * again: a lost connection, a full disk or a session that ended loses nothing. It goes once the form was taken.
 */
export function keepDrafts(document: Document, storage: Storage): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keep]')) {
    const key = `${PREFIX}${form.dataset['keep'] ?? ''}`;
    if (form.dataset['taken'] !== undefined) storage.removeItem(key);
    else putBack(form, storage.getItem(key));
    form.addEventListener('input', () => {
      try {
        storage.setItem(key, JSON.stringify(read(form)));
      } catch {
        // Full: what is typed is still in the page.
      }
    });
  }
}

const fieldsOf = (form: HTMLFormElement): Field[] =>
  [...form.elements].filter(
    (element): element is Field =>
      (element instanceof HTMLInputElement ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement) &&
      !['hidden', 'password', 'file', 'submit'].includes(element.type) &&
      element.name !== '',
  );

function read(form: HTMLFormElement): Record<string, string | boolean> {
  return Object.fromEntries(
    fieldsOf(form).map((field) => [nameOf(field), isTick(field) ? field.checked : field.value]),
  );
}

function putBack(form: HTMLFormElement, kept: string | null): void {
  if (kept === null) return;
  const values = JSON.parse(kept) as Record<string, string | boolean>;
  for (const field of fieldsOf(form)) {
    const value = values[nameOf(field)];
    if (typeof value === 'boolean' && isTick(field)) field.checked = value;
    else if (typeof value === 'string' && !isTick(field)) field.value = value;
  }
}

const isTick = (field: Field): field is HTMLInputElement => field.type === 'checkbox' || field.type === 'radio';
/** Boxes share a name; their value tells them apart. */
const nameOf = (field: Field): string => (isTick(field) ? `${field.name}=${field.value}` : field.name);
