import type { AuditEvent } from '../audit';

/** A piece of content as it is live. */
export interface PublishedItem {
  readonly key: string;
  readonly value: unknown;
  /** Digest of what the files said when staff last published it: tells whether an update changed it since. */
  readonly base: string;
  /** The revision that brought it. */
  readonly revision: number;
}

/** One publication. */
interface Revision {
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Who wrote it. */
  readonly by: string;
  /** Who approved it; the same person where one did both, empty where no approval was needed. */
  readonly approvedBy: string;
}

/** A piece of content at one revision; `value` null: taken back to what the files say. */
export interface Version extends Revision {
  readonly value: unknown;
}

/** A change that is not live yet. One for each item: colleagues work on the same. */
export interface Draft {
  readonly key: string;
  readonly value: unknown;
  /** Changes with each saving: whoever saves over an older one is told. */
  readonly stamp: string;
  /** Who saved it last. */
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Waits for the physician. */
  readonly waiting: boolean;
  /** Scrubbed questions of patients that it answers; they are deleted when it is published. */
  readonly questions: readonly string[];
}

/** What is to be published at once: all of it, or nothing. */
export interface Publication {
  readonly by: string;
  readonly approvedBy: string;
  readonly changes: readonly {
    readonly key: string;
    /** Null: back to what the files say. */
    readonly value: unknown;
    readonly base: string;
    /** Of the draft it comes from; undefined where there was none. */
    readonly stamp?: string | undefined;
    /** The revision it was made over, 0: the files; undefined: whatever is live. */
    readonly over?: number;
  }[];
  /** Questions of patients that are answered by it. */
  readonly questions: readonly string[];
  /** Who changed what, kept with it. */
  readonly events: readonly AuditEvent[];
}

/** Where what staff publish, and what they prepare, is kept. */
export interface ContentStore {
  /** Number of the last revision; 0 before the first. */
  latest(): Promise<number>;
  items(): Promise<readonly PublishedItem[]>;
  history(key: string): Promise<readonly Version[]>;
  revisions(limit: number): Promise<readonly (Revision & { readonly keys: readonly string[] })[]>;
  drafts(): Promise<readonly Draft[]>;
  findDraft(key: string): Promise<Draft | undefined>;
  /** Saves over the draft with this stamp (undefined: there was none); gives the new stamp, or undefined where it changed meanwhile. */
  saveDraft(draft: Omit<Draft, 'stamp' | 'at'>, stamp: string | undefined): Promise<string | undefined>;
  /** Saves several as {@link saveDraft} does one: all of them, or none; false where one changed meanwhile. */
  saveDrafts(
    drafts: readonly { readonly draft: Omit<Draft, 'stamp' | 'at'>; readonly stamp: string | undefined }[],
  ): Promise<boolean>;
  /** Deletes a draft; false where it changed meanwhile. */
  dropDraft(key: string, stamp: string): Promise<boolean>;
  /** Publishes; undefined where a draft, or what a change was made over, changed meanwhile. */
  publish(publication: Publication): Promise<number | undefined>;
  /** Calls at news of a publication, of this or another instance; gives what ends that. */
  onPublished(listener: () => void): () => void;
}
