/** Lets a week (`data-week`) be filled in by its first day: fourteen boxes are many on a telephone. */
export function fillDays(document: Document): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-week] [data-fill-days]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      const days = [...(button.parentElement?.querySelectorAll('.day') ?? [])].map((day) => [
        ...day.querySelectorAll('input'),
      ]);
      const first = days.find((boxes) => boxes.some(isFull));
      if (first === undefined) return;
      for (const boxes of days) {
        if (boxes.some(isFull)) continue;
        boxes.forEach((box, at) => (box.value = first[at]?.value ?? ''));
      }
      first[0]?.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }
}

const isFull = ({ value }: HTMLInputElement): boolean => value !== '';
