import type { ReadFiles } from './compare-content';
import type { Knowledge } from './knowledge';
import { KNOWLEDGE_FILES, type KnowledgeFileName } from './knowledge-files';

/** What was read, under the names of its files. */
export function contentByFile(knowledge: Knowledge): ReadFiles {
  const singles = Object.entries(KNOWLEDGE_FILES).map(([name, { file }]) => [
    file,
    knowledge[name as KnowledgeFileName],
  ]);
  const categories = knowledge.categories.map(({ file, ...category }) => [file, category]);
  const stories = knowledge.storyFiles.map(({ file, messages }) => [file, messages]);
  return Object.fromEntries([...singles, ...categories, ...stories]) as ReadFiles;
}
