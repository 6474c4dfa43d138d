import { render } from 'preact';
import { setAccent } from './accent';
import { createChat } from './client/chat';
import { fitViewport } from './fit-viewport';
import { createFrame } from './frame';
import { readPageData } from './page-data';
import { createSound } from './sound';
import { App, type Surroundings } from './ui/app';
import './chat.css';

const data = readPageData();
const chat = createChat({ locale: data.lang, deleteCommand: data.strings.deleteCommand });
const sound = createSound();
const root = document.getElementById('chat') ?? document.body;
let title = data.strings.title;
let isOpen = false;
let movesFocus = false;

const frame = createFrame(data.origins, (asked) => {
  switch (asked.kind) {
    case 'hello':
      title = asked.title ?? title;
      if (asked.colour !== undefined) setAccent(asked.colour);
      break;
    case 'open':
      isOpen = true;
      movesFocus = asked.movesFocus;
      break;
    case 'close':
      isOpen = false;
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

function draw(): void {
  const surroundings = frame && { isOpen, movesFocus, close, told };
  render(<App data={data} chat={chat} sound={sound} title={title} surroundings={surroundings} />, root);
}

fitViewport();
draw();
chat.start();
frame?.tell({ kind: 'ready' });
