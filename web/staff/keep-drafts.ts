const PREFIX = 'staff-draft:';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
type Kept = Record<string, string | boolean>;

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

/** The fields under names of their own: boxes of a list share one, and rows of a table do. */
function fieldsOf(form: HTMLFormElement): Map<string, Field> {
  const fields = new Map<string, Field>();
  const counts = new Map<string, number>();
  for (const field of form.elements) {
    if (!isField(field) || !isTyped(field)) continue;
    const name = isTick(field) ? `${field.name}=${field.value}` : field.name;
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    fields.set(`${name}#${count}`, field);
  }
  return fields;
}

const isField = (element: Element): element is Field =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;

/** What the form goes on from (`data-kept`) belongs to what was typed. */
const isTyped = ({ name, type, dataset }: Field): boolean =>
  name !== '' && (!['hidden', 'password', 'file', 'submit'].includes(type) || dataset['kept'] !== undefined);

function read(form: HTMLFormElement): Kept {
  return Object.fromEntries(
    [...fieldsOf(form)].map(([name, field]) => [name, isTick(field) ? field.checked : field.value]),
  );
}

function putBack(form: HTMLFormElement, kept: string | null): void {
  if (kept === null) return;
  const values = JSON.parse(kept) as Kept;
  addRows(form, values);
  for (const [name, field] of fieldsOf(form)) {
    const value = values[name];
    if (typeof value === 'boolean' && isTick(field)) field.checked = value;
    else if (typeof value === 'string' && !isTick(field)) field.value = value;
  }
}

/** Rows that were added come back first. */
function addRows(form: HTMLFormElement, values: Kept): void {
  for (const list of form.querySelectorAll<HTMLElement>('[data-rows]')) {
    const name = list.querySelector<Field>('input, select')?.name ?? '';
    const rows = Object.keys(values).filter((key) => key.startsWith(`${name}#`)).length;
    const missing = rows - list.querySelectorAll('.row').length;
    for (let row = 0; row < missing; row += 1) list.querySelector<HTMLElement>('[data-add-row]')?.click();
  }
}

const isTick = (field: Field): field is HTMLInputElement => field.type === 'checkbox' || field.type === 'radio';
