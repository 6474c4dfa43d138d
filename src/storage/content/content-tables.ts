import type { Generated } from 'kysely';

/** What staff published, publication by publication. */
export interface ContentRevisionsTable {
  number: Generated<number>;
  at: number;
  by_name: string;
  approved_by: string;
}

/** What each publication changed. */
export interface ContentChangesTable {
  revision: number;
  item: string;
  /** JSON; null takes the item back to what the files say. */
  value: string | null;
  base: string;
}

/** What is not live yet. */
export interface ContentDraftsTable {
  item: string;
  /** JSON. */
  value: string;
  stamp: string;
  by_name: string;
  at: number;
  waiting: number;
  /** JSON list of texts. */
  questions: string;
}

/** Questions staff saved, to be tried with every change. */
export interface SavedQuestionsTable {
  text: string;
  topic: string;
  by_name: string;
  at: number;
}

/** A piece of what was learnt of published content. */
export interface LearntModelsTable {
  /** Names what it was learnt from. */
  model: string;
  part: number;
  /** How many pieces it has. */
  parts: number;
  /** Of its packed bytes, as base64. */
  body: string;
  at: number;
}
