import { createElement } from './create-element';
import { drawCard } from './draw-card';
import type { WidgetStrings } from './widget-strings';

interface Dependencies {
  /** Address of the chat. */
  readonly url: string;
  readonly title: string;
  readonly strings: WidgetStrings;
  /** A page has come into the frame; whether it is the chat, it has to say itself. */
  readonly loaded: () => void;
  /** The person closed the window: by Escape, a phone's way back, or while the chat was still to come. */
  readonly closed: () => void;
}

/** The window of the chat on the clinic's page. */
export interface ChatWindow {
  readonly element: HTMLElement;
  /** The chat's own window; undefined until it is first loaded. */
  page(): Window | null | undefined;
  /** @param movesFocus whether the person asked for it; a window that fills the screen takes the focus in any case */
  show(movesFocus: boolean): void;
  /** Whether it filled the screen. */
  hide(): boolean;
  /** The chat has come: it takes the place of what stood there for it. */
  ready(): void;
}

/** Screens the window fills, as in widget.css: nothing behind it can be reached or moved there. */
const FILLED = '(max-width:480px),(max-height:480px)';
/** A page in the frame that does not say by then that it is the chat is an error: the browser's, or a proxy's. */
const SILENT_MS = 2000;
/** A frame in which nothing has come by then is asked for again; the longest wait between two tries, too. */
const PATIENCE_MS = 20_000;

/** Makes the window. The chat is loaded when it is first shown, and again until it comes. */
export function createWindow({ url, title, strings, loaded, closed }: Dependencies): ChatWindow {
  const state = createElement('p', { role: 'status' }, strings.connecting);
  const cross = createElement('button', { type: 'button', 'aria-label': strings.close }, '\u00D7');
  const card = drawCard(strings.clinic);
  const element = createElement('dialog', { class: 'w', 'aria-label': title }, cross, state, card);
  const { style } = document.documentElement;
  // Safari has the element since 15.4: before that the page behind stays within reach.
  const isKnown = 'HTMLDialogElement' in window;
  let frame: HTMLIFrameElement | undefined;
  let isReady = false;
  let isModal = false;
  let overflow = '';
  let timer = 0;
  let wait = SILENT_MS;

  const load = (): void => {
    frame?.remove();
    frame = createElement('iframe', { class: 'f', src: url, title, allow: 'clipboard-write' });
    frame.onload = () => {
      loaded();
      if (isReady) return;
      clearTimeout(timer);
      timer = setTimeout(again, wait);
      wait = Math.min(wait * 2, PATIENCE_MS);
    };
    clearTimeout(timer);
    timer = setTimeout(again, PATIENCE_MS);
    element.append(frame);
  };
  const again = (): void => {
    state.textContent = strings.unreachable;
    card.hidden = false;
    load();
  };
  cross.onclick = closed;
  element.onclose = () => {
    if (!element.open) closed();
  };

  return {
    element,
    page: () => frame?.contentWindow,
    show(movesFocus) {
      if (frame === undefined) load();
      isModal = isKnown && matchMedia(FILLED).matches;
      if (isModal) {
        element.showModal();
        ({ overflow } = style);
        style.overflow = 'hidden';
      } else element.setAttribute('open', '');
      if (movesFocus) (isReady ? frame : cross)?.focus();
    },
    hide() {
      if (isKnown) element.close();
      else element.removeAttribute('open');
      if (isModal) style.overflow = overflow;
      return isModal;
    },
    ready() {
      isReady = true;
      clearTimeout(timer);
      const isHere = element.matches(':focus-within');
      element.classList.add('c');
      if (isHere) frame?.focus();
    },
  };
}
