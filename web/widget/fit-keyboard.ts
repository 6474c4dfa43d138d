/** Keeps a full-screen chat above the keyboard of a phone. Gives back what ends it. */
export function fitKeyboard({ style }: HTMLElement): () => void {
  const viewport = visualViewport;
  const fit = (): void => {
    if (viewport === null || viewport.scale > 1.01) return;
    style.setProperty('--h', `${viewport.height}px`);
    style.setProperty('--y', `${viewport.offsetTop}px`);
  };
  const listen = (does: 'addEventListener' | 'removeEventListener'): void => {
    for (const name of ['resize', 'scroll']) viewport?.[does](name, fit);
  };
  listen('addEventListener');
  fit();
  return () => listen('removeEventListener');
}
