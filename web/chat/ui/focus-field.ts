/** On a touch screen a focused field opens the keyboard, which hides half of what there is to read. */
export function focusField(field: HTMLElement | null, otherwise: HTMLElement | null): void {
  const isTouch = matchMedia('(pointer: coarse)').matches;
  (isTouch ? otherwise : field)?.focus({ preventScroll: true });
}
