import type { Strings } from './strings';

/** What the server gives the page along. */
export interface PageData {
  readonly lang: string;
  /** A language tag with calendar and digits, for dates. */
  readonly dates: string;
  readonly strings: Strings;
  /** Telephone numbers of the clinic, and of the ambulance. */
  readonly numbers: readonly string[];
  /** Most characters of one message. */
  readonly limit: number;
  /** Origins of pages that may hold this one in a frame, besides its own. */
  readonly origins: readonly string[];
}

/** Reads what the server put into the page. */
export function readPageData(): PageData {
  return JSON.parse(document.getElementById('data')?.textContent ?? '{}') as PageData;
}
