/** An answer of the knowledge base. */
interface Ready {
  readonly topic: string;
  readonly title: string;
}

/** Milliseconds without a key before the answers are searched. */
const PAUSE = 400;
/** Letters of a message that answers are looked for with. */
const LONGEST = 200;

/** Puts ready answers (`data-ready`) into the answer by one press; gives what looks for those near to a text. */
export function offerReady(document: Document): (text: string) => void {
  const place = document.querySelector<HTMLElement>('[data-ready]');
  const list = place?.querySelector<HTMLElement>('[data-ready-list]');
  const search = place?.querySelector<HTMLInputElement>('[data-ready-search]');
  const field = document.querySelector<HTMLTextAreaElement>('textarea[name="text"]');
  const address = place?.dataset['ready'] ?? '';
  if (place === null || list == null || field === null) return () => undefined;
  const look = (text: string): void => {
    void ask<{ readonly ready: readonly Ready[] }>(
      `${address}?text=${encodeURIComponent(text.slice(0, LONGEST))}`,
    ).then(
      ({ ready }) => {
        if (ready.length > 0) list.replaceChildren(...ready.map(draw));
      },
      () => undefined,
    );
  };
  const insert = async (topic: string): Promise<void> => {
    const { text } = await ask<{ readonly text?: string }>(`${address}?topic=${encodeURIComponent(topic)}`);
    if (text === undefined) return;
    field.value = [field.value.trim(), text].filter((part) => part !== '').join('\n\n');
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.focus();
  };
  list.addEventListener('click', ({ target }) => {
    const topic = target instanceof Element ? target.closest<HTMLElement>('[data-topic]')?.dataset['topic'] : undefined;
    if (topic !== undefined) void insert(topic).catch(() => undefined);
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  search?.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      look(search.value);
    }, PAUSE);
  });
  // Within a form Enter would send what is not finished.
  search?.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault();
  });
  return look;
}

async function ask<Answer>(address: string): Promise<Answer> {
  const response = await fetch(address, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(String(response.status));
  return (await response.json()) as Answer;
}

function draw({ topic, title }: Ready): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button quiet';
  button.dataset['topic'] = topic;
  button.textContent = title;
  return button;
}
