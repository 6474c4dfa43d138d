/** Keeps the chat above the keyboard of a phone: iOS lays it over the page without telling the layout. */
export function fitViewport(): void {
  const viewport = window.visualViewport;
  if (viewport === null || window.parent !== window) return;
  const fit = (): void => {
    const { style } = document.documentElement;
    // Zoomed in by the person, the visible part is smaller on purpose.
    const isZoomed = viewport.scale > 1.01;
    style.setProperty('--height', isZoomed ? '' : `${viewport.height}px`);
    style.setProperty('--top', isZoomed ? '' : `${viewport.offsetTop}px`);
  };
  viewport.addEventListener('resize', fit);
  viewport.addEventListener('scroll', fit);
  fit();
}
