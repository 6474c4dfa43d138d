import { existsSync } from 'node:fs';
import type { z } from 'zod';
import { checkReferences } from './check-references';
import { findFaqFiles, findStoryFiles, missingFolder } from './find-faq-files';
import type { Finding } from './fault';
import type { Category, Knowledge, Topic } from './knowledge';
import { KnowledgeError } from './knowledge-error';
import { KNOWLEDGE_FILES, type KnowledgeFileName } from './knowledge-files';
import { locate } from './locate';
import { type KeptFiles, NOTHING_KEPT } from './reading/kept-files';
import { loadYamlFile } from './reading/load-yaml-file';
import { faqSchema, type Faq } from './schema/faq';
import { storyMessagesSchema, type StoryMessages } from './schema/story-messages';
import { readStoryMessages, type StoryFile } from './story-message';

/**
 * Reads and validates all content of a knowledge directory.
 *
 * @param kept what files said at an earlier reading
 * @throws {KnowledgeError} holding every fault of every file.
 */
export function loadKnowledge(directory: string, kept: KeptFiles = NOTHING_KEPT): Knowledge {
  if (!existsSync(directory)) throw new KnowledgeError(locate(directory, [missingFolder('.')]));
  const faults: Finding[] = [];
  const read: ReadFile = (file, schema) => {
    const loaded = loadYamlFile(directory, file, schema, kept);
    faults.push(...loaded.faults);
    return loaded.value;
  };
  const singles = loadSingles(read);
  const { categories, complete } = loadCategories(directory, read, faults);
  const topics = categories.flatMap((category) => category.topics);
  const storyFiles = loadStories(directory, read, faults);
  const knowledge = {
    ...singles,
    storyFiles,
    topics,
    topicById: new Map(topics.map((topic) => [topic.id, topic])),
    categories,
  };
  // A file that cannot be read hides ids that others name: cross-checks would only repeat its faults.
  if (complete && isComplete(knowledge)) faults.push(...checkReferences(knowledge));
  if (faults.length > 0) throw new KnowledgeError(locate(directory, faults));
  kept.save();
  return knowledge as Knowledge;
}

/** Reads a file and notes its faults; undefined where it cannot be used. */
type ReadFile = (file: string, schema: z.ZodType) => unknown;

function loadSingles(read: ReadFile): Partial<Record<KnowledgeFileName, unknown>> {
  return Object.fromEntries(
    Object.entries(KNOWLEDGE_FILES).map(([name, { file, schema }]) => [name, read(file, schema)]),
  );
}

function isComplete(knowledge: Partial<Record<KnowledgeFileName, unknown>>): knowledge is Knowledge {
  return Object.keys(KNOWLEDGE_FILES).every((name) => knowledge[name as KnowledgeFileName] !== undefined);
}

function loadCategories(
  directory: string,
  read: ReadFile,
  faults: Finding[],
): { readonly categories: readonly Category[]; readonly complete: boolean } {
  const found = findFaqFiles(
    directory,
    Object.values(KNOWLEDGE_FILES).map(({ file }) => file),
  );
  faults.push(...found.faults);
  const categories = found.files.flatMap((file) => {
    const faq = read(file, faqSchema) as Faq | undefined;
    return faq === undefined ? [] : [toCategory(file, faq)];
  });
  return { categories, complete: categories.length > 0 && categories.length === found.files.length };
}

function loadStories(directory: string, read: ReadFile, faults: Finding[]): StoryFile[] {
  const found = findStoryFiles(directory);
  faults.push(...found.faults);
  return found.files.flatMap((file) => {
    const stories = read(file, storyMessagesSchema) as StoryMessages | undefined;
    return stories === undefined ? [] : [{ file, messages: readStoryMessages(stories) }];
  });
}

function toCategory(file: string, faq: Faq): Category {
  const topics: Topic[] = faq.topics.map((topic) => ({
    ...topic,
    category: faq.category,
    careful: faq.careful === true,
    symptoms: faq.symptoms === true,
  }));
  return { id: faq.category, title: faq.title, file, topics };
}
