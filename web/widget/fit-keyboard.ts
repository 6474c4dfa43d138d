/** Keeps a full-screen chat above the keyboard of a phone. Gives back what ends it. */
export function fitKeyboard({ style }: HTMLElement): () => void {
  const viewport = window.visualViewport;
  const fit = (): void => {
    if (viewport === null || viewport.scale > 1.01) return;
    style.setProperty('--h', `${viewport.height}px`);
    style.setProperty('--y', `${viewport.offsetTop}px`);
  };
  viewport?.addEventListener('resize', fit);
  viewport?.addEventListener('scroll', fit);
  fit();
  return () => {
    viewport?.removeEventListener('resize', fit);
    viewport?.removeEventListener('scroll', fit);
  };
}
