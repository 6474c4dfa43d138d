import type { z } from 'zod';
import type { DeepReadonly } from './deep-readonly';
import type { KNOWLEDGE_FILES, KnowledgeFileName } from './knowledge-files';
import type { Faq } from './schema/faq';
import type { StoryFile } from './story-message';

/** A question patients ask, with its answer, and the category it belongs to. */
export type Topic = Faq['topics'][number] & {
  readonly category: string;
  /** A wrong answer here does most harm: the matcher asks back sooner. */
  readonly careful: boolean;
  /** Its phrasings tell what somebody feels: the reader of urgent signs must not learn them as calm. */
  readonly symptoms: boolean;
};

/** One FAQ file: a group of topics under a title, as the menu shows it. */
export interface Category {
  readonly id: string;
  readonly title: string;
  /** Relative to the knowledge directory. */
  readonly file: string;
  /** In the order of the file. */
  readonly topics: readonly Topic[];
}

type FilesById = {
  readonly [Name in KnowledgeFileName]: DeepReadonly<z.infer<(typeof KNOWLEDGE_FILES)[Name]['schema']>>;
};

/** All content, validated and read-only: what the clinic's staff edit and everything else works from. */
export interface Knowledge extends FilesById {
  readonly topics: readonly Topic[];
  readonly topicById: ReadonlyMap<string, Topic>;
  readonly categories: readonly Category[];
  /** Whole messages to learn from; none where the content has none. */
  readonly storyFiles: readonly StoryFile[];
}
