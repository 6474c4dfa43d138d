import { ConfigError } from './config-error';
import { findMisspelt } from './find-misspelt';
import { loadEnvironment } from './load-environment';

/**
 * The folder of the content, as the server reads it from the environment and `.env`; for commands that need nothing else.
 *
 * @throws ConfigError where a name looks like one of ours and is not: the server would not start either
 */
export function readKnowledgeDirectory(otherwise: string): string {
  const { environment, namesInFile } = loadEnvironment();
  const faults = findMisspelt(environment, namesInFile);
  if (faults.length > 0) throw new ConfigError(faults);
  const set = environment['KNOWLEDGE_DIR']?.trim() ?? '';
  return set === '' ? otherwise : set;
}
