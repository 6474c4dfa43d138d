import { callAttention } from './call-attention';
import { followNews } from './follow-news';
import { offerReady } from './offer-ready';
import { sendInPlace } from './send-in-place';
import { tellWriting } from './tell-writing';

interface Line {
  readonly number: number;
  readonly author: string;
  readonly who: string;
  readonly text: string;
  readonly time: string;
}

interface News {
  readonly standing: string;
  readonly lines: readonly Line[];
}

/** Pixels from the end of a talk within which it is followed as it grows. */
const NEAR = 80;

/** Keeps a talk (`data-talk`) as it goes on: new lines as they come, another page when it is taken or ends. */
export function showTalk(document: Document): void {
  const list = document.querySelector<HTMLElement>('[data-talk]');
  if (list === null) return;
  const { talk = '', standing = '' } = list.dataset;
  const attention = callAttention(document);
  const offer = offerReady(document);
  let after = Number(list.dataset['after'] ?? 0);
  let unseen = 0;
  list.scrollTop = list.scrollHeight;
  for (const form of document.querySelectorAll<HTMLFormElement>('form[action$="/answer"], form[action$="/note"]')) {
    sendInPlace(form);
  }
  for (const form of document.querySelectorAll<HTMLFormElement>('form[action$="/answer"]')) tellWriting(form);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) return;
    unseen = 0;
    attention.count(0);
  });
  void followNews(
    () => `${talk}?after=${after}&standing=${encodeURIComponent(standing)}`,
    (value) => {
      const news = value as News;
      if (news.standing !== standing) return true;
      const isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR;
      const fresh = news.lines.filter(({ number }) => number > after);
      list.append(...fresh.map(draw));
      after = fresh.at(-1)?.number ?? after;
      if (isAtEnd) list.scrollTop = list.scrollHeight;
      const said = fresh.filter(({ author }) => author === 'patient').at(-1);
      if (said === undefined) return false;
      offer(said.text);
      attention.call(document.title);
      if (!document.hidden) return false;
      unseen += 1;
      attention.count(unseen);
      return false;
    },
  );
}

/** As the server draws it. */
function draw({ author, who, text, time }: Line): HTMLLIElement {
  const line = document.createElement('li');
  line.className = author;
  const head = document.createElement('p');
  head.className = 'who';
  const name = document.createElement('strong');
  name.textContent = who;
  const at = document.createElement('time');
  at.textContent = time;
  head.append(name, ' ', at);
  const said = document.createElement('p');
  said.className = 'said';
  said.dir = 'auto';
  said.textContent = text;
  line.append(head, said);
  return line;
}
