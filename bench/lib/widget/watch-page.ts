/** What a page tells of an opening, in milliseconds since 1970. */
export interface Seen {
  /** When the button was pressed. */
  readonly clicked?: number;
  /** When the first message of the bot had been painted. */
  readonly shown?: number;
}

/** The function pages call. */
export const BINDING = 'benchSaw';

/**
 * A script that runs in the page and in each frame before anything else. It tells the moment of the click, and that of
 * the first message: its text is in the document, not hidden nor wholly transparent, and that frame has been drawn.
 *
 * @param message where the text of a message stands
 * @param text what the bot's first message begins with
 */
export function watchPage(message: string, text: string): string {
  return `(() => {
  const at = (time) => performance.timeOrigin + time;
  window.benchShift = 0;
  new PerformanceObserver((list) => { for (const { value } of list.getEntries()) window.benchShift += value; })
    .observe({ type: 'layout-shift', buffered: true });
  if (window.parent === window) {
    const clicked = ({ timeStamp }) => window.${BINDING}({ clicked: at(timeStamp) });
    addEventListener('click', clicked, { capture: true, once: true });
  }
  const findText = () =>
    [...document.querySelectorAll(${JSON.stringify(message)})].find(
      ({ textContent }) => textContent.includes(${JSON.stringify(text)}),
    );
  const drawn = () => {
    if (findText()?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) !== true) {
      requestAnimationFrame(drawn);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => window.${BINDING}({ shown: at(performance.now()) });
    port2.postMessage(undefined);
  };
  const observer = new MutationObserver(() => {
    if (findText() === undefined) return;
    observer.disconnect();
    requestAnimationFrame(drawn);
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true });
})()`;
}
