import type { Told } from '../chat/frame';
import { addStyles } from './add-styles';
import { createElement } from './create-element';
import { createGreeting } from './create-greeting';
import { createHost } from './create-host';
import { createLauncher } from './create-launcher';
import { createLine } from './create-line';
import { createWindow } from './create-window';
import { createEmitter, type Emitter } from './events';
import { findFault, watchPolicy } from './find-fault';
import { fitKeyboard } from './fit-keyboard';
import { recall, remember } from './memory';
import type { Options } from './options';
import { readableOn } from './readable-on';
import { report } from './report';
import type { WidgetStrings } from './widget-strings';

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
  readonly lang: 'ar' | 'en';
  readonly strings: WidgetStrings;
}

const COLOUR = '#0f766e';

/** Puts the button on the page. The chat itself is loaded when it is first opened. */
export function createWidget({ origin, options, lang, strings }: Dependencies): Widget {
  const colour = options('colour') ?? options('color');
  const greeting = options('greeting');
  const question = options('question');
  const ownTitle = options('title');
  const title = ownTitle ?? strings.title;
  const events = createEmitter();
  const listening = new AbortController();
  const { signal } = listening;
  const id = options('launcher') ?? '';
  const own = document.getElementById(id);
  const { element: button, show: describe } = createLauncher(own, strings);
  const dir = lang === 'en' ? 'ltr' : 'rtl';
  const root = createElement('div', { lang, dir, class: options('side') ?? (lang === 'en' ? 'right' : 'left') });
  const { isOpen: wasOpen = (options('open') ?? 'false') !== 'false', isGreeted, asked } = recall();
  let isReady = false;
  let isOpen = false;
  let movesFocus = false;
  let unread = 0;
  let before: HTMLElement | undefined;
  let teaser: HTMLElement | undefined;
  const waiting: string[] = question === undefined || question === asked ? [] : [question];

  const shade = colour ?? COLOUR;
  // Letters are 15 pixels where the person has set no other size, as in widget.css.
  root.style.cssText = `--c:${shade};--t:${readableOn(shade)};--o:${options('offset') ?? 16}px;--s:calc(1em*${options('size') ?? 60}/15)`;
  // The chat says nothing to a page that has not said hello.
  const chat = createWindow({
    url: `${origin}/chat?lang=${lang}`,
    title,
    strings,
    loaded: () => tell({ kind: 'hello', colour, title: ownTitle, kept: recall().kept }),
    closed: () => show(false),
    findFault: () => findFault(origin),
  });
  root.append(chat.element);
  if (own === null) {
    root.append(button);
    if (id !== '') report(`no #${id}`);
  }
  const host = createHost(options('layer') ?? '2147483000', () => {
    // What was open is open again, and nothing of the page stays locked.
    if (!isOpen) return;
    chat.hide();
    chat.show(false);
  });
  const shadow = host.element.attachShadow({ mode: 'open' });
  addStyles(shadow);
  shadow.append(root);
  fitKeyboard(root, signal);

  const hear = (told: Told): void => {
    if (told.kind === 'ready') {
      isReady = true;
      chat.ready();
      tellShown();
      askWaiting();
    } else if (told.kind === 'close') show(false);
    else if (told.kind === 'keep') remember({ kept: told.kept });
    else if (told.kind === 'message') events.emit('message', { from: told.from });
    else {
      if (told.count !== unread) events.emit('unread', { count: told.count });
      unread = told.count;
      describe(isOpen, unread);
    }
  };
  const tell = createLine(origin, chat, signal, hear);
  const tellShown = (): void => tell({ kind: isOpen ? 'open' : 'close', movesFocus });
  const askWaiting = (): void => {
    if (!isReady) return;
    for (const text of waiting.splice(0)) {
      if (text === question) remember({ asked: text });
      tell({ kind: 'ask', text });
    }
  };
  /** @param isWish whether a person asked for it: only then the focus moves */
  const show = (opens: boolean, isWish = true): void => {
    if (opens === isOpen) return;
    isOpen = opens;
    remember({ isOpen, ...(opens && { isGreeted: true }) });
    teaser?.remove();
    describe(isOpen, unread);
    if (opens) {
      const active = document.activeElement;
      before =
        active instanceof HTMLElement && active !== host.element && active !== document.body ? active : undefined;
      movesFocus = isWish;
      chat.show(isWish);
      askWaiting();
    } else {
      const isHere = document.activeElement === host.element;
      if (chat.hide() || isHere) (before?.isConnected ? before : button).focus();
    }
    if (isReady) tellShown();
    events.emit(opens ? 'open' : 'close', undefined);
  };

  const toggle = (): void => show(!isOpen);
  watchPolicy(origin, signal);
  root.onkeydown = ({ key }) => {
    if (key === 'Escape') show(false);
  };
  button.addEventListener('click', toggle, { signal });
  describe(isOpen, unread);
  if (greeting !== undefined && !isGreeted) {
    const hide = (): void => {
      remember({ isGreeted: true });
      teaser?.remove();
      button.focus();
    };
    teaser = createGreeting(greeting, strings, toggle, hide);
    root.append(teaser);
  }
  if (wasOpen) show(true, false);

  return {
    on: events.on,
    off: events.off,
    open: () => show(true),
    close: () => show(false),
    toggle,
    ask(text) {
      waiting.push(text);
      show(true);
      askWaiting();
    },
    destroy() {
      show(false);
      listening.abort();
      host.remove();
      delete window.PrpAssistant;
    },
  };
}
