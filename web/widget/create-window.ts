import { createElement } from './create-element';
import { drawCard } from './draw-card';
import { report } from './report';
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
  /** Says what of the set-up keeps a loaded chat from speaking. Rejects where the server cannot be reached. */
  readonly findFault: () => Promise<string>;
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

/** Makes the window. The chat is loaded when it is shown, and again until it comes. */
export function createWindow({ url, title, strings, loaded, closed, findFault }: Dependencies): ChatWindow {
  const state = createElement('p', { role: 'status' }, strings.connecting);
  const cross = createElement('button', { 'aria-label': strings.close }, '\u00D7');
  const card = drawCard(PRP_CLINIC, strings.calls);
  const element = createElement('dialog', { class: 'w', 'aria-label': title }, cross, state, card);
  let frame: HTMLIFrameElement | undefined;
  let isReady = false;
  let isSure = false;
  let isModal = false;
  let locked: CSSStyleDeclaration | undefined;
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
      timer = setTimeout(ask, wait);
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
  /**
   * A fault of the set-up is the site's to hear of: patients are shown how to reach the clinic, and nothing is asked again.
   * Once may be chance: the server came back between the chat and the question.
   */
  const ask = (): void =>
    void findFault().then((fault) => {
      if (isReady) return;
      if (isSure) {
        report(fault);
        state.textContent = '';
        card.hidden = false;
      } else load();
      isSure = !isSure;
    }, again);
  cross.onclick = closed;
  element.onclose = () => {
    if (!element.open) closed();
  };

  return {
    element,
    page: () => frame?.contentWindow,
    show(movesFocus) {
      if (!isReady) load();
      isModal = matchMedia(FILLED).matches;
      if (isModal) {
        element.showModal();
        locked = document.documentElement.style;
        ({ overflow } = locked);
        locked.overflow = 'hidden';
      } else element.setAttribute('open', '');
      if (movesFocus) (isReady ? frame : cross)?.focus();
    },
    hide() {
      element.close();
      if (locked) locked.overflow = overflow;
      locked = undefined;
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
