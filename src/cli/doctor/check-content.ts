import { keptContent } from '../../program/content/kept-content';
import { checkByHand } from '../../knowledge/by-hand/check-by-hand';
import { checkKnowledge } from '../../knowledge/check-knowledge';
import { contentFiles } from '../../knowledge/content-digest';
import { KnowledgeError } from '../../knowledge/knowledge-error';
import { loadKnowledge } from '../../knowledge/load-knowledge';
import { readReview } from '../../knowledge/read-review';
import { refuseFaults } from '../../knowledge/refuse-faults';
import { type Finding, findingsOf } from './finding';

/** Looks at the content of the files, but for what only the matcher can tell. */
export function checkContent(directory: string): readonly Finding[] {
  const { ok, warning, fault } = findingsOf('content');
  try {
    const knowledge = loadKnowledge(directory, keptContent());
    const byHand = checkByHand(directory, contentFiles(directory));
    refuseFaults(directory, [...byHand, ...checkKnowledge(knowledge, { today: new Date() })]);
    const { topics, clinic } = knowledge;
    const unsigned = topics.filter((topic) => readReview(topic).kind !== 'reviewed').length;
    return [
      ok(`${topics.length} answers in ${directory}`),
      ...(clinic.example ? [warning("the clinic's data are an example", 'fill in clinic.yaml or the console')] : []),
      ...(unsigned > 0
        ? [warning(`${unsigned} answers are signed by no physician`, 'have them read in the console')]
        : []),
    ];
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    return error.faults.map(({ file, line, path, found, tip }) =>
      fault(`${file}, line ${line}: ${path}: ${found}`, tip),
    );
  }
}
