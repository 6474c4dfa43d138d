import { NAME } from './name';

/** What a visit remembers from page to page of the site. */
export interface Remembered {
  /** Whether the chat was open. */
  readonly isOpen?: boolean;
  /** Whether the greeting was put away, or answered. */
  readonly isGreeted?: boolean;
  /** The question that was asked for the site. */
  readonly asked?: string;
  /** What the chat gave to be kept, where its frame may keep nothing itself. */
  readonly kept?: unknown;
}

export function recall(): Remembered {
  try {
    return JSON.parse(sessionStorage.getItem(NAME) ?? '{}') as Remembered;
  } catch {
    return {};
  }
}

/** Where the site may store nothing, each page begins anew. */
export function remember(more: Remembered): void {
  try {
    sessionStorage.setItem(NAME, JSON.stringify({ ...recall(), ...more }));
  } catch {
    // See above.
  }
}
