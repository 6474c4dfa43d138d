/** What a page tells of an opening. */
export interface Seen {
  /** Milliseconds from the click to the first message. */
  readonly ms: number;
  /** Cumulative layout shift of the page so far. */
  readonly shift: number;
  /** Milliseconds a fixed piece of arithmetic takes in the page or frame that shows the message. */
  readonly workMs: number;
}

/** Resolves in the page with what was seen. */
export const SEEN = 'window.benchSeen';

/**
 * A script that runs in the page and in each frame before anything else. It marks the moment of the click, and that of the
 * first message: its text is in the document, not hidden nor wholly transparent, and that frame has been drawn.
 *
 * @param message where the text of a message stands
 * @param text what the bot's first message begins with
 */
export function watchPage(message: string, text: string): string {
  return `(() => {
  const now = () => performance.timeOrigin + performance.now();
  const findText = () =>
    [...document.querySelectorAll(${JSON.stringify(message)})].find(
      ({ textContent }) => textContent.includes(${JSON.stringify(text)}),
    );
  const work = () => {
    const times = [1, 2, 3].map(() => {
      const began = performance.now();
      let mixed = 1;
      for (let at = 0; at < 2e7; at += 1) mixed = Math.imul(mixed ^ at, 31);
      return performance.now() - began + (mixed & 0);
    });
    return Math.min(...times);
  };
  const tell = (shown) => window.top.postMessage({ benchShown: shown, workMs: work() }, '*');
  const drawn = () => {
    if (findText()?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) !== true) {
      requestAnimationFrame(drawn);
      return;
    }
    // Before anything else that waits: what the page does with the picture drawn is not waited for.
    scheduler.postTask(() => tell(now()), { priority: 'user-blocking' });
  };
  const observer = new MutationObserver(() => {
    if (findText() === undefined) return;
    observer.disconnect();
    requestAnimationFrame(drawn);
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  if (window.top !== window) return;
  let clicked = 0;
  let shift = 0;
  new PerformanceObserver((list) => { for (const { value } of list.getEntries()) shift += value; })
    .observe({ type: 'layout-shift', buffered: true });
  addEventListener('click', ({ timeStamp }) => (clicked = performance.timeOrigin + timeStamp), true);
  ${SEEN} = new Promise((resolve) =>
    addEventListener('message', ({ data }) => {
      const { benchShown, workMs } = data ?? {};
      if (benchShown !== undefined) resolve({ ms: benchShown - clicked, shift, workMs });
    }),
  );
})()`;
}
