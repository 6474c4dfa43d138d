import type { Link } from './client/activity';
import type { Strings } from './strings';

/** A way to the clinic. */
interface Contact extends Link {
  readonly kind: 'emergency' | 'phone' | 'whatsapp' | 'booking' | 'map';
}

/** What the server gives the page along. */
export interface PageData {
  readonly lang: string;
  /** A language tag with calendar and digits, for dates. */
  readonly dates: string;
  readonly strings: Strings;
  /** Telephone numbers that are called: the clinic's, the ambulance's. */
  readonly numbers: readonly string[];
  /** Ways to the clinic, for the menu. */
  readonly contacts: readonly Contact[];
  /** What stands on the button for a person, and what it says. */
  readonly person: { readonly title: string; readonly text: string };
  /** The clinic's own page on privacy. */
  readonly privacy?: string;
  /** What is shown while the assistant cannot be reached. */
  readonly clinic: {
    readonly name?: string;
    readonly hours: readonly string[];
    readonly links: readonly Link[];
    readonly example?: string;
  };
  /** Most characters of one message. */
  readonly limit: number;
  /** Origins of pages that may hold this one in a frame, besides its own. */
  readonly origins: readonly string[];
}

/** Reads what the server put into the page. */
export function readPageData(): PageData {
  return JSON.parse(document.getElementById('data')?.textContent ?? '{}') as PageData;
}
