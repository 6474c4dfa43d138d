import { render } from 'preact';
import { setAccent } from './accent';
import { createChat, type Chat } from './client/chat';
import { takeOver, type Texts } from './client/handed';
import { findStorage } from './client/kept';
import { fitViewport } from './fit-viewport';
import { createFrame } from './frame';
import { followLanguage } from './language';
import { readPageData } from './page-data';
import { createSound, type Sound } from './sound';
import { showTheme } from './theme';
import { App, type Surroundings } from './ui/app';
import './chat.css';

/** Milliseconds after which there is something to see, however long the way to the server takes. */
const PATIENCE_MS = 60;
/** Milliseconds a frame that may keep nothing waits for what the page around has kept; a page that is not ours says nothing. */
const HELLO_MS = 2000;

const data = readPageData();
const root = document.getElementById('chat') ?? document.body;
let title = data.strings.title;
/** The frame is loaded when it is first opened: until the page around says otherwise, somebody looks. */
let isOpen = true;
let movesFocus = false;
/** What is drawn, from the moment it is. */
let drawn: { readonly chat: Chat; readonly sound: Sound } | undefined;
let chat: Chat | undefined;

const frame = createFrame(data.origins, (asked) => {
  switch (asked.kind) {
    case 'hello':
      if (findStorage() === undefined) keepAround(asked.kept);
      if (asked.colour !== undefined) setAccent(asked.colour);
      title = asked.title ?? title;
      break;
    case 'open':
      isOpen = true;
      movesFocus = asked.movesFocus;
      break;
    case 'close':
      isOpen = false;
      movesFocus = false;
      break;
    case 'ask':
      chat?.send(asked.text);
      break;
    default:
      asked satisfies never;
  }
  draw();
});
const told: Surroundings['told'] = (event) =>
  frame?.tell('from' in event ? { kind: 'message', from: event.from } : { kind: 'unread', count: event.unread });
const close = (): void => frame?.tell({ kind: 'close' });

/** The page around keeps what this frame may not: from here on there is what was said on the page before. */
function keepAround(texts: Texts): void {
  takeOver(texts, (kept) => frame?.tell({ kind: 'keep', kept }));
  showTheme();
  if (!followLanguage()) start();
}

function start(): void {
  if (chat !== undefined) return;
  const begun = createChat({
    locale: data.lang,
    deleteCommand: data.strings.deleteCommand,
    entered: window.prpEntered,
  });
  chat = begun;
  const sound = createSound();
  // Before, the way to the server has precedence: what is drawn first costs a slow phone a tenth of a second.
  const begin = (): void => {
    drawn ??= { chat: begun, sound };
    draw();
  };
  begun.start();
  setTimeout(begin, PATIENCE_MS);
  void window.prpEntered?.then(begin);
  frame?.tell({ kind: 'ready' });
}

function draw(): void {
  if (drawn === undefined) return;
  const surroundings = frame && { isOpen, movesFocus, close, told };
  render(<App data={data} {...drawn} title={title} surroundings={surroundings} />, root);
}

fitViewport();
if (frame !== undefined && findStorage() === undefined) setTimeout(start, HELLO_MS);
else start();
