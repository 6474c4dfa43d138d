import { basename, join } from 'node:path';
import { ConfigError } from '../program/settings/config-error';
import { checkByHand } from '../knowledge/by-hand/check-by-hand';
import { checkKnowledge } from '../knowledge/check-knowledge';
import { describeMisplaced } from '../knowledge/checks/describe-misplaced';
import { compareContent } from '../knowledge/compare-content';
import { contentByFile } from '../knowledge/content-by-file';
import type { Knowledge } from '../knowledge/knowledge';
import { keptContent } from '../program/content/kept-content';
import { KnowledgeError } from '../knowledge/knowledge-error';
import { loadKnowledge } from '../knowledge/load-knowledge';
import { locate } from '../knowledge/locate';
import type { FindTopics, Remark } from '../knowledge/remark';
import { PROJECT } from '../program/project-folder';
import { readKnowledgeDirectory } from '../program/settings/read-knowledge-directory';
import { createMatcher } from '../matching/create-matcher';
import { findMisplaced, type Misplaced } from '../matching/find-misplaced';
import { matchedIds } from '../matching/matched-topics';
import { type CheckWords, ENGLISH, loadCheckWords } from './knowledge/check-words';
import { createLastCheck } from './knowledge/last-check';
import { newPhrasings } from './knowledge/new-phrasings';
import { CHECK_USAGE, readCheckArguments } from './knowledge/read-check-arguments';

/** Changes that are shown; the rest is counted. */
const MOST_CHANGES = 30;
/** Parts in which all phrasings are tried. */
const PARTS = 3;

/**
 * `npm run knowledge:check [-- folder] [--lang en] [--all]`: everything that is wrong with the content, what could be better, and
 * what has changed since it was last checked. Speaks Arabic, for whoever edits the files.
 */
process.exitCode = main();

/** A setting that does not fit is told as the server tells it. */
function main(): number {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    return 1;
  }
}

/** @returns the exit code: 1 when something must be mended, 2 for wrong use, 0 otherwise. */
function run(): number {
  const given = readCheckArguments(process.argv.slice(2));
  if (given === undefined) {
    process.stderr.write(CHECK_USAGE);
    return 2;
  }
  const directory = given.directory ?? readKnowledgeDirectory('knowledge');
  const words = given.lang === 'en' ? ENGLISH : loadCheckWords(directory, join(PROJECT, 'knowledge'));
  return check(directory, words, given.all);
}

function check(folder: string, words: CheckWords, all: boolean): number {
  let knowledge: Knowledge;
  try {
    knowledge = loadKnowledge(folder, keptContent());
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    console.log([words.faults, ...error.faults.map(words.fault), words.unreadable(error.faults.length)].join('\n\n'));
    return 1;
  }
  const content = contentByFile(knowledge);
  const last = createLastCheck(folder);
  const before = last.read() ?? content;
  const remarks = [
    ...checkByHand(folder, Object.keys(content)),
    ...checkKnowledge(knowledge, { today: new Date(), find: createFind(knowledge) }),
    ...describeMisplaced(knowledge, all ? tryAll(knowledge) : findMisplaced(knowledge, newPhrasings(before))),
  ];
  const faults = print(folder, words.faults, words, remarks, 'fault');
  const warnings = print(folder, words.warnings, words, remarks, 'warning');
  printChanges(folder, before, content, words);
  if (faults === 0) last.keep(content);
  const { topics, categories } = knowledge;
  const phrasings = topics.reduce((sum, topic) => sum + topic.phrasings.length, 0);
  console.log(words.summary({ topics: topics.length, categories: categories.length, phrasings, faults, warnings }));
  return faults === 0 ? 0 : 1;
}

/** Each phrasing once without its own words, a third at a time. */
function tryAll(knowledge: Knowledge): readonly Misplaced[] {
  const parts = new Map<string, number>();
  for (const { id, phrasings } of knowledge.topics)
    phrasings.forEach((phrasing, at) => parts.set(`${id} ${phrasing}`, at % PARTS));
  return Array.from({ length: PARTS }).flatMap((_part, part) =>
    findMisplaced(knowledge, (phrasing, topic) => parts.get(`${topic} ${phrasing}`) === part),
  );
}

function createFind(knowledge: Knowledge): FindTopics {
  const matcher = createMatcher(knowledge);
  return (phrasing) => matchedIds(matcher.match(phrasing));
}

function print(
  folder: string,
  heading: string,
  words: CheckWords,
  remarks: readonly Remark[],
  kind: Remark['kind'],
): number {
  const faults = locate(
    folder,
    remarks.filter((remark) => remark.kind === kind),
  );
  if (faults.length > 0) console.log([heading, ...faults.map(words.fault)].join('\n\n') + '\n');
  return faults.length;
}

function printChanges(folder: string, ...[before, after, words]: [...Parameters<typeof compareContent>, CheckWords]) {
  const changes = compareContent(before, after);
  if (changes.length === 0) return;
  const shown = changes.slice(0, MOST_CHANGES).map((change) => {
    return words.change({ ...change, file: `${basename(folder)}/${change.file}` });
  });
  const more = changes.length > MOST_CHANGES ? [words.more(changes.length - MOST_CHANGES)] : [];
  console.log([words.changes, ...shown, ...more].join('\n') + '\n');
}
