/** Milliseconds between two questions whether the effect of a draft is measured. */
const EVERY = 700;

/** Shows the page again once what it waits for (`data-wait`) is ready. */
export function waitForEffect(document: Document): void {
  const address = document.querySelector<HTMLElement>('[data-wait]')?.dataset['wait'];
  if (address !== undefined) setTimeout(() => void ask(address), EVERY);
}

async function ask(address: string): Promise<void> {
  try {
    const response = await fetch(address, { headers: { accept: 'application/json' } });
    const { ready } = (await response.json()) as { readonly ready?: boolean };
    if (ready === true) {
      location.reload();
      return;
    }
  } catch {
    // No connection: ask again.
  }
  setTimeout(() => void ask(address), EVERY);
}
