import { createElement } from './create-element';

/** The element on the clinic's page that holds everything. */
export interface Host {
  readonly element: HTMLElement;
  remove(): void;
}

/**
 * Puts an element of ours on the page where nothing of the page reaches it: beside the body, so that no filter, transform
 * or zoom of it does, in the browser's top layer where there is one, and with styles of its own that no style sheet
 * overrules. A page that swaps its content without loading anew (Turbo, htmx) may throw it out: it comes back.
 *
 * @param layer its z-index, where there is no top layer
 * @param moved called when it has come back
 */
export function createHost(layer: string, moved: () => void): Host {
  const element = createElement('div', { popover: 'manual' });
  element.style.cssText = `all:initial!important;display:block!important;position:fixed!important;z-index:${layer}!important`;
  const attach = (): void => {
    document.documentElement.append(element);
    try {
      element.showPopover();
    } catch {
      // Before Safari 17 and Firefox 125 the layer has to do.
    }
    for (const place of [document, document.documentElement]) watcher.observe(place, { childList: true });
  };
  const watcher = new MutationObserver(() => {
    if (element.isConnected) return;
    attach();
    moved();
  });
  attach();
  return {
    element,
    remove() {
      watcher.disconnect();
      element.remove();
    },
  };
}
