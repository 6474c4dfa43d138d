import { checkKnowledge } from '../knowledge/check-knowledge';
import { describeFault } from '../knowledge/describe-fault';
import type { Knowledge } from '../knowledge/knowledge';
import { KnowledgeError } from '../knowledge/knowledge-error';
import { loadKnowledge } from '../knowledge/load-knowledge';
import { locate } from '../knowledge/locate';
import type { FindTopics, Remark } from '../knowledge/remark';
import { loadEnvironment } from '../load-environment';
import { createMatcher } from '../matching/create-matcher';
import { matchedTopics } from '../matching/matched-topics';

/** `npm run knowledge:check [-- folder]`: everything that is wrong with the content, and what could be better. */
const directory = process.argv[2] ?? loadEnvironment().environment['KNOWLEDGE_DIR'] ?? 'knowledge';
process.exitCode = run(directory);

/** @returns the exit code: 1 when something must be mended, 0 otherwise. */
function run(folder: string): number {
  let knowledge: Knowledge;
  try {
    knowledge = loadKnowledge(folder);
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    console.log(error.message);
    return 1;
  }
  const remarks = checkKnowledge(knowledge, { today: new Date(), find: createFind(knowledge) });
  const faults = print(folder, 'FAULTS: these must be mended.', remarks, 'fault');
  const warnings = print(folder, 'WARNINGS: these should be looked at.', remarks, 'warning');
  console.log(summaryOf(knowledge, faults, warnings));
  return faults === 0 ? 0 : 1;
}

function createFind(knowledge: Knowledge): FindTopics {
  const matcher = createMatcher(knowledge);
  return (phrasing) => matchedTopics(matcher.match(phrasing)).map(({ topic }) => topic);
}

function print(folder: string, heading: string, remarks: readonly Remark[], kind: Remark['kind']): number {
  const faults = locate(
    folder,
    remarks.filter((remark) => remark.kind === kind),
  );
  if (faults.length > 0) console.log([heading, ...faults.map(describeFault)].join('\n\n') + '\n');
  return faults.length;
}

function summaryOf({ topics, categories }: Knowledge, faults: number, warnings: number): string {
  const phrasings = topics.reduce((sum, topic) => sum + topic.phrasings.length, 0);
  const size = `${topics.length} topics in ${categories.length} categories, ${phrasings} phrasings`;
  return `${size}: ${faults} to mend, ${warnings} to look at.`;
}
