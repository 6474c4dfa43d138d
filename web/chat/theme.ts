import { createKept } from './client/kept';

/** Light, dark, or as the device has it. */
export type Theme = 'auto' | 'light' | 'dark';

const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];
const kept = createKept('prp-chat.theme', (value) => THEMES.find((theme) => theme === value));

/** What was chosen. */
export const readTheme = (): Theme => kept.read() ?? 'auto';

/** Shows the page in what was chosen. */
export function showTheme(theme: Theme = readTheme()): void {
  document.documentElement.dataset['theme'] = theme;
}

/** Chooses the next of the three, and gives it back. */
export function nextTheme(): Theme {
  const next = THEMES[(THEMES.indexOf(readTheme()) + 1) % THEMES.length] ?? 'auto';
  kept.write(next);
  showTheme(next);
  return next;
}
