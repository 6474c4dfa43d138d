const KEY = 'prp-chat.draft';

/** What was typed and not sent: it stays from page to page of the site, and goes with the tab. */
export function readDraft(): string {
  try {
    return sessionStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

/** @param text empty: nothing is kept */
export function keepDraft(text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, text);
  } catch {
    // Where the frame may keep nothing, the draft lives as long as the page.
  }
}
