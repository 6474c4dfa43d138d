import { render } from 'preact';
import '../../chat/chat.css';
import { ChatTurn, type ChatWords } from './chat-turn';
import type { Drawn } from './drawn';
import './preview.css';
import { TeamsCard } from './teams-card';

const root = document.getElementById('preview') ?? document.body;
const isTeams = root.dataset['channel'] === 'teams';
const words = JSON.parse(document.getElementById('data')?.textContent ?? '{}') as ChatWords;

/** Draws what the page around tells: it alone may, and it is of our own origin. */
addEventListener('message', ({ origin, source, data }: MessageEvent<unknown>) => {
  if (origin === location.origin && source === parent && Array.isArray(data)) draw(data as readonly Drawn[]);
});

function draw(replies: readonly Drawn[]): void {
  render(
    <>
      {replies.map((reply, at) => (
        <section key={at}>
          {reply.title !== undefined && <h2 class="day">{reply.title}</h2>}
          {isTeams ? <TeamsCard body={reply.card.body} /> : <ChatTurn {...reply} words={words} />}
        </section>
      ))}
    </>,
    root,
  );
  // To be looked at: a press would say something to nobody.
  for (const button of root.querySelectorAll('button')) button.disabled = true;
}

/** The frame is as high as what it shows. */
new ResizeObserver(() => {
  const height = root.getBoundingClientRect().height;
  if (height > 0) frameElement?.setAttribute('height', String(Math.ceil(height)));
}).observe(root);

parent.postMessage('ready', location.origin);
