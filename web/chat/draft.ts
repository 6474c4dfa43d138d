import { createKept } from './client/kept';

const kept = createKept('prp-chat.draft', (value) => (typeof value === 'string' ? value : undefined), 'sessionStorage');

/** What was typed and not sent: it stays from page to page of the site, and goes with the tab. */
export const readDraft = (): string => kept.read() ?? '';

/** @param text empty: nothing is kept */
export const keepDraft = (text: string): void => kept.write(text === '' ? undefined : text);
