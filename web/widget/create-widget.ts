import { createElement } from './create-element';
import { createWindow } from './create-window';
import { drawIcon } from './draw-icon';
import { createEmitter, type Emitter } from './events';
import { fitKeyboard } from './fit-keyboard';
import type { Options } from './options';
import { readableOn } from './readable-on';
import type { WidgetStrings } from './widget-strings';
import styles from './widget.css';

/** `window.PrpAssistant` */
export interface Widget extends Pick<Emitter, 'on' | 'off'> {
  open(): void;
  close(): void;
  toggle(): void;
  /** Opens the chat and asks. */
  ask(question: string): void;
  /** Takes everything away. */
  destroy(): void;
}

interface Dependencies {
  /** Where the chat is served. */
  readonly origin: string;
  readonly options: Options;
  readonly strings: WidgetStrings;
}

const MARK = 'prp-assistant';
const COLOUR = '#0f766e';

/** Puts the button on the page. The chat itself is loaded when it is first opened. */
export function createWidget({ origin, options, strings }: Dependencies): Widget {
  const { colour = COLOUR, lang, side, greeting, question } = options;
  const title = options.title ?? strings.title;
  const events = createEmitter();
  const host = createElement('div', {});
  const shadow = host.attachShadow({ mode: 'open' });
  const icon = drawIcon();
  const count = createElement('span', { class: 'n', hidden: '', 'aria-hidden': 'true' });
  const button = createElement(
    'button',
    { class: 'b', type: 'button', 'aria-haspopup': 'dialog' },
    icon.element,
    count,
  );
  const root = createElement('div', { lang, dir: lang === 'ar' ? 'rtl' : 'ltr', class: side === 'right' ? 'r' : '' });
  let isReady = false;
  let isOpen = false;
  let movesFocus = false;
  let unread = 0;
  let before: HTMLElement | undefined;
  let teaser: HTMLElement | undefined;
  const waiting: string[] = question === undefined ? [] : [question];

  root.style.setProperty('--c', colour);
  root.style.setProperty('--t', readableOn(colour));
  // The chat says nothing to a page that has not said hello.
  const chat = createWindow({
    url: `${origin}/chat?lang=${lang}`,
    title,
    strings,
    loaded: () => tell({ kind: 'hello', colour: options.colour, title: options.title }),
    closed: () => show(false),
  });
  root.append(chat.element, button);
  addStyles(shadow);
  shadow.append(root);
  document.body.append(host);
  const unfit = fitKeyboard(root);

  const tell = (message: object): void => chat.page()?.postMessage({ [MARK]: message }, origin);
  const describe = (): void => {
    const words = isOpen ? strings.close : strings.open;
    button.setAttribute(
      'aria-label',
      unread > 0 ? `${words}. ${strings.unread.replace('{count}', `${unread}`)}` : words,
    );
    button.setAttribute('aria-expanded', `${isOpen}`);
    count.textContent = unread > 99 ? '99+' : `${unread}`;
    count.hidden = unread === 0;
    icon.show(isOpen);
  };
  const tellShown = (): void => tell(isOpen ? { kind: 'open', movesFocus } : { kind: 'close' });
  const askWaiting = (): void => {
    if (isReady) for (const text of waiting.splice(0)) tell({ kind: 'ask', text });
  };
  /** @param isWish whether a person asked for it: only then the focus moves */
  const show = (opens: boolean, isWish = true): void => {
    if (opens === isOpen) return;
    isOpen = opens;
    teaser?.remove();
    describe();
    if (opens) {
      const active = document.activeElement;
      before = active instanceof HTMLElement && active !== host && active !== document.body ? active : undefined;
      movesFocus = isWish;
      chat.show(isWish);
      askWaiting();
    } else {
      const isHere = document.activeElement === host;
      if (chat.hide() || isHere) (before ?? button).focus();
    }
    if (isReady) tellShown();
    events.emit(opens ? 'open' : 'close', undefined);
  };

  const hear = ({ source, origin: sender, data }: MessageEvent<unknown>): void => {
    const page = chat.page();
    if (!page || source !== page || sender !== origin) return;
    const {
      kind,
      count: news,
      from,
    } = ((data as Record<string, unknown> | null)?.[MARK] ?? {}) as Record<string, unknown>;
    if (kind === 'ready') {
      isReady = true;
      chat.ready();
      tellShown();
      askWaiting();
    } else if (kind === 'close') show(false);
    else if (kind === 'unread' && typeof news === 'number') {
      if (news !== unread) events.emit('unread', { count: news });
      unread = news;
      describe();
    } else if (kind === 'message') events.emit('message', { from: from === 'user' ? 'user' : 'bot' });
  };
  const escape = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape' && isOpen) show(false);
  };
  addEventListener('message', hear);
  root.addEventListener('keydown', escape);
  button.onclick = () => show(!isOpen);
  describe();
  if (greeting !== undefined) {
    const text = createElement('button', { type: 'button' }, greeting || strings.greeting);
    const hide = createElement('button', { type: 'button', 'aria-label': strings.closeGreeting }, '\u00D7');
    text.onclick = () => show(true);
    hide.onclick = () => {
      teaser?.remove();
      button.focus();
    };
    teaser = createElement('div', { class: 'g' }, text, hide);
    root.append(teaser);
  }
  if (options.startsOpen) show(true, false);

  return {
    on: events.on,
    off: events.off,
    open: () => show(true),
    close: () => show(false),
    toggle: () => show(!isOpen),
    ask(text) {
      waiting.push(text);
      show(true);
      askWaiting();
    },
    destroy() {
      show(false);
      removeEventListener('message', hear);
      unfit();
      host.remove();
    },
  };
}

/** Through the object model, which a site's own Content-Security-Policy does not forbid; as an element where that is new. */
function addStyles(shadow: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    shadow.adoptedStyleSheets = [sheet];
  } catch {
    shadow.append(createElement('style', {}, styles));
  }
}
