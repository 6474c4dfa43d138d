import { render } from 'preact';
import { setAccent } from './accent';
import { createChat } from './client/chat';
import { fitViewport } from './fit-viewport';
import { createFrame } from './frame';
import { readPageData } from './page-data';
import { createSound } from './sound';
import { App, type Surroundings } from './ui/app';
import './chat.css';

/** Milliseconds after which there is something to see, however long the way to the server takes. */
const PATIENCE_MS = 60;

const data = readPageData();
const chat = createChat({
  locale: data.lang,
  deleteCommand: data.strings.deleteCommand,
  entered: window.prpEntered,
});
const sound = createSound();
const root = document.getElementById('chat') ?? document.body;
let title = data.strings.title;
/** The frame is loaded when it is first opened: until the page around says otherwise, somebody looks. */
let isOpen = true;
let movesFocus = false;
let isDrawn = false;

const frame = createFrame(data.origins, (asked) => {
  switch (asked.kind) {
    case 'hello':
      if (asked.colour !== undefined) setAccent(asked.colour);
      if (asked.title === undefined) return;
      title = asked.title;
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
      chat.send(asked.text);
      break;
    default:
      asked satisfies never;
  }
  draw();
});
const told: Surroundings['told'] = (event) =>
  frame?.tell('from' in event ? { kind: 'message', from: event.from } : { kind: 'unread', count: event.unread });
const close = (): void => frame?.tell({ kind: 'close' });

/** Draws from now on. Before, the way to the server has precedence: what is drawn first costs a slow phone a tenth of a second. */
function begin(): void {
  if (isDrawn) return;
  isDrawn = true;
  draw();
}

function draw(): void {
  if (!isDrawn) return;
  const surroundings = frame && { isOpen, movesFocus, close, told };
  render(<App data={data} chat={chat} sound={sound} title={title} surroundings={surroundings} />, root);
}

fitViewport();
chat.start();
setTimeout(begin, PATIENCE_MS);
void window.prpEntered?.then(begin);
frame?.tell({ kind: 'ready' });
