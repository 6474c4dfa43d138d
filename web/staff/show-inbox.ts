import { callAttention } from './call-attention';
import { followNews } from './follow-news';

interface Listed {
  readonly path: string;
  readonly title: string;
  readonly detail: string;
  readonly urgent: boolean;
}

interface News {
  readonly tag: string;
  readonly count: number;
  readonly groups: Readonly<Record<string, readonly Listed[]>>;
  readonly calls: number;
}

/** Keeps the list of talks (`data-inbox`) as it is at the clinic, and calls when somebody waits anew. */
export function showInbox(document: Document): void {
  const place = document.querySelector<HTMLElement>('[data-inbox]');
  const { inbox = '', urgent = '' } = place?.dataset ?? {};
  if (place === null) return;
  const attention = callAttention(document);
  let tag = place.dataset['tag'] ?? '';
  let waiting = pathsIn(place);
  attention.count(waiting.size);
  void followNews(
    () => `${inbox}?tag=${encodeURIComponent(tag)}`,
    (value) => {
      const news = value as News;
      if (news.tag === tag) return false;
      tag = news.tag;
      for (const list of place.querySelectorAll<HTMLElement>('[data-group]')) {
        draw(list, news.groups[list.dataset['group'] ?? ''] ?? [], urgent);
      }
      const calls = document.querySelector('[data-calls]');
      if (calls !== null) calls.textContent = String(news.calls);
      attention.count(news.count);
      const now = pathsIn(place);
      if ([...now].some((path) => !waiting.has(path))) attention.call(document.title);
      waiting = now;
      return false;
    },
  );
}

function pathsIn(place: HTMLElement): ReadonlySet<string> {
  const links = place.querySelectorAll<HTMLAnchorElement>('[data-group="waiting"] a');
  return new Set([...links].map((link) => link.pathname));
}

/** Whoever has the focus on a talk keeps it. */
function draw(list: HTMLElement, talks: readonly Listed[], urgent: string): void {
  const focused = list.contains(document.activeElement)
    ? (document.activeElement as HTMLAnchorElement).pathname
    : undefined;
  list.replaceChildren(...(talks.length === 0 ? [none(list)] : talks.map((talk) => item(talk, urgent))));
  if (focused === undefined) return;
  [...list.querySelectorAll('a')].find(({ pathname }) => pathname === focused)?.focus();
}

function none({ dataset }: HTMLElement): HTMLLIElement {
  const line = document.createElement('li');
  line.className = 'none';
  line.textContent = dataset['none'] ?? '';
  return line;
}

function item(talk: Listed, urgent: string): HTMLLIElement {
  const line = document.createElement('li');
  const link = document.createElement('a');
  link.href = talk.path;
  link.append(textIn('strong', talk.title), textIn('span', talk.detail));
  if (talk.urgent) {
    const sign = textIn('em', urgent);
    sign.className = 'tag bad';
    link.append(sign);
  }
  line.append(link);
  return line;
}

function textIn(name: 'strong' | 'span' | 'em', text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}
