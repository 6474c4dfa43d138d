/**
 * Keeps a full-screen chat above the keyboard of a phone, and everything of ours as large as on any other page where the
 * page itself is shrunk (wider than the phone, or without a viewport of its own) or its root is zoomed.
 *
 * @param signal ends it
 */
export function fitKeyboard(root: HTMLElement, signal: AbortSignal): void {
  const { style } = root;
  // Every browser with a dialog element has it.
  const viewport = visualViewport as VisualViewport;
  const fit = (): void => {
    const { scale, height, offsetTop } = viewport;
    if (scale > 1.01) return;
    style.zoom = `${1 / scale / (+getComputedStyle(document.documentElement).zoom || 1)}`;
    // Chromium puts what is fixed at the far end of a page that is wider than the phone and runs from right to left.
    const lengths = { h: height, y: offsetTop, x: -root.getBoundingClientRect().left };
    for (const [name, length] of Object.entries(lengths)) style.setProperty(`--${name}`, `${length * scale}px`);
  };
  for (const name of ['resize', 'scroll']) viewport.addEventListener(name, fit, { signal });
  fit();
}
