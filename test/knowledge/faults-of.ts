import type { Fault } from '../../src/knowledge/fault';
import { KnowledgeError } from '../../src/knowledge/knowledge-error';
import { KNOWLEDGE_FILES } from '../../src/knowledge/knowledge-files';
import { loadKnowledge } from '../../src/knowledge/load-knowledge';
import { locate } from '../../src/knowledge/locate';
import { loadYamlFile } from '../../src/knowledge/reading/load-yaml-file';
import { faqSchema } from '../../src/knowledge/schema/faq';
import { keptContent } from '../../src/program/content/kept-content';

/** What is wrong with the content of a folder. */
export function faultsOf(directory: string): readonly Fault[] {
  try {
    loadKnowledge(directory, keptContent());
    return [];
  } catch (error) {
    if (error instanceof KnowledgeError) return error.faults;
    throw error;
  }
}

/** The same for one file alone, which is quicker. */
export function faultsOfFile(directory: string, file: string): readonly Fault[] {
  const known = Object.values(KNOWLEDGE_FILES).find((candidate) => candidate.file === file);
  return locate(directory, loadYamlFile(directory, file, known?.schema ?? faqSchema).faults);
}
