/** Lets lists of rows (`data-rows`) grow: a new row is the last one, emptied. */
export function addRows(document: Document): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-rows] [data-add-row]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      const last = [...(button.parentElement?.querySelectorAll<HTMLElement>(':scope > .row') ?? [])].at(-1);
      if (last === undefined) return;
      const row = last.cloneNode(true) as HTMLElement;
      renumber(row);
      last.after(row);
      row.querySelector<HTMLElement>('input, select')?.focus();
    });
  }
}

function renumber(row: HTMLElement): void {
  for (const element of [row, ...row.querySelectorAll<HTMLElement>('*')]) {
    for (const name of ['id', 'for', 'aria-label', 'aria-describedby']) {
      const text = element.getAttribute(name);
      if (text !== null) element.setAttribute(name, nextNumber(text));
    }
    element.removeAttribute('aria-invalid');
    if (element instanceof HTMLInputElement) element.value = '';
    if (element instanceof HTMLSelectElement) element.selectedIndex = 0;
  }
  for (const fault of row.querySelectorAll('.fault')) fault.remove();
}

/** `prices-2-item` → `prices-3-item`; labels count likewise. A row holds no other number before its own. */
const nextNumber = (text: string): string =>
  text.replace(/-(\d+)(-|$)| (\d+)$/, (whole, id?: string, end?: string, label?: string) =>
    id === undefined ? ` ${label === undefined ? whole : Number(label) + 1}` : `-${Number(id) + 1}${end ?? ''}`,
  );
