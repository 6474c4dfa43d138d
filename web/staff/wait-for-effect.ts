/** Milliseconds between two questions how far the effect of a draft is measured. */
const EVERY = 700;

/** Shows how far that has come which a page waits for (`data-wait`), and the page again once it is ready. */
export function waitForEffect(document: Document): void {
  const bar = document.querySelector<HTMLProgressElement>('progress[data-wait]');
  if (bar !== null) setTimeout(() => void ask(bar), EVERY);
}

async function ask(bar: HTMLProgressElement): Promise<void> {
  try {
    const response = await fetch(bar.dataset['wait'] ?? '', { headers: { accept: 'application/json' } });
    const { ready, share } = (await response.json()) as { readonly ready?: boolean; readonly share?: number };
    // Not signed in any more: the page says so, and leads back here.
    if (ready === true || response.status === 401) {
      location.reload();
      return;
    }
    if (share !== undefined) bar.value = share;
  } catch {
    // No connection: ask again.
  }
  setTimeout(() => void ask(bar), EVERY);
}
