import './page.css';

/** Buttons with a question ask the assistant; the button by the snippet copies it. */
document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-ask], [data-copy]') : null;
  if (button === null) return;
  const { ask, copy } = button.dataset;
  if (copy !== undefined) void copySnippet(button, copy);
  else if (ask === '' || ask === undefined) window.PrpAssistant?.open();
  else window.PrpAssistant?.ask(ask);
});

async function copySnippet(button: HTMLElement, done: string): Promise<void> {
  const snippet = document.getElementById('snippet');
  try {
    await navigator.clipboard.writeText(snippet?.textContent ?? '');
    button.textContent = done;
  } catch {
    // Without HTTPS there is no clipboard: the person copies what is then marked.
    getSelection()?.selectAllChildren(snippet ?? button);
  }
}
