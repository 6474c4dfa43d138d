import { z } from 'zod';
import { KNOWLEDGE_FILES } from './knowledge-files';
import { faqSchema } from './schema/faq';
import { storyMessagesSchema } from './schema/story-messages';

/** A JSON Schema for editors: they complete keys and underline mistakes while typing. */
export interface EditorSchema {
  /** Relative to the knowledge directory. */
  readonly file: string;
  readonly json: string;
}

/** The schemas of all content files, as they belong in knowledge/schema/. Rules across files are left to the check. */
export function jsonSchemas(): EditorSchema[] {
  const files = [
    ...Object.values(KNOWLEDGE_FILES),
    { file: 'faq.yaml', schema: faqSchema },
    { file: 'story-messages.yaml', schema: storyMessagesSchema },
  ];
  return files.map(({ file, schema }) => {
    const content = z.toJSONSchema(schema, { target: 'draft-7', io: 'input', unrepresentable: 'any' });
    return {
      file: `schema/${file.replace(/yaml$/, 'json')}`,
      json: `${JSON.stringify(content, null, 2)}\n`,
    };
  });
}
