import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { keptContent } from './kept-content';
import { checkByHand } from '../../knowledge/by-hand/check-by-hand';
import { checkKnowledge, checkMatching } from '../../knowledge/check-knowledge';
import { contentDigest, contentFiles } from '../../knowledge/content-digest';
import type { Knowledge } from '../../knowledge/knowledge';
import { KnowledgeError } from '../../knowledge/knowledge-error';
import { loadKnowledge } from '../../knowledge/load-knowledge';
import { refuseFaults } from '../../knowledge/refuse-faults';
import { matchedIds } from '../../matching/matched-topics';
import type { Matcher } from '../../matching/match';
import { readBuild } from '../read-build';
import type { KeptLearning } from '../../learning/kept-learning';

/** Content that can be answered from. */
export interface FoundContent {
  readonly knowledge: Knowledge;
  /** The folder it was read from. */
  readonly directory: string;
  readonly digest: string;
  /** Whether this very content passed every check of this program before. */
  readonly isProven: boolean;
  /** Why it is what was kept of an earlier time and not what the files say; undefined: it is what they say. */
  readonly fault: KnowledgeError | undefined;
}

/** Looks after the clinic's content: what has a fault does not go live, and what was good last is kept for that day. */
export interface GoodContent {
  /** The content of the files, else what was good last. @throws KnowledgeError where there is neither */
  find(): FoundContent;
  /** What was good last. @throws the fault itself where nothing is kept */
  fallBack(fault: unknown): FoundContent;
  /** Asks the matcher what only it can tell, of content that is not proven. @throws KnowledgeError */
  prove(found: FoundContent, matcher: Matcher): void;
  /** Remembers that content is good. */
  remember(found: FoundContent): void;
  /** Keeps a copy of it. */
  keep(found: FoundContent): Promise<void>;
}

interface Dependencies {
  /** The content of the files. */
  readonly directory: string;
  /** Where a copy is kept; undefined: nowhere. */
  readonly dataDirectory: string | undefined;
  readonly kept: KeptLearning;
  readonly now?: () => Date;
}

const VERDICT = 'content-checked';
const COPY = 'good-content';
/** Names the content of a copy; no content file itself. */
const DIGEST = 'digest';
/**
 * New phrasings the matcher is asked about at a start, a second or two of work; of more, as in content that is all new,
 * `npm run knowledge:check` tells.
 */
const MOST_ASKED = 500;

/** Creates it. */
export function createGoodContent({
  directory,
  dataDirectory,
  kept,
  now = () => new Date(),
}: Dependencies): GoodContent {
  const copy = dataDirectory === undefined ? undefined : join(dataDirectory, COPY);
  const { program = 'unknown' } = readBuild();
  // Another program may know more faults.
  const verdictOf = (digest: string): string => `${digest} ${program}`;
  const isProven = (digest: string): boolean =>
    kept.find(VERDICT, (bytes) => (bytes.toString() === verdictOf(digest) ? true : undefined)) === true;

  const read = (folder: string): FoundContent => {
    const knowledge = loadKnowledge(folder, keptContent(kept));
    const digest = contentDigest(folder);
    const proven = isProven(digest);
    if (!proven) {
      const byHand = checkByHand(folder, contentFiles(folder));
      refuseFaults(folder, [...byHand, ...checkKnowledge(knowledge, { today: now() })]);
    }
    return { knowledge, directory: folder, digest, isProven: proven, fault: undefined };
  };
  const fallBack = (fault: unknown): FoundContent => {
    if (copy === undefined || !(fault instanceof KnowledgeError)) throw fault;
    try {
      // It was checked before it was kept; what this version calls a fault besides is no reason to answer nobody.
      return {
        knowledge: loadKnowledge(copy, keptContent(kept)),
        directory: copy,
        digest: contentDigest(copy),
        isProven: true,
        fault,
      };
    } catch {
      throw fault;
    }
  };
  const phrasingsBefore = (): ReadonlySet<string> => {
    try {
      return phrasingsOf(loadKnowledge(copy ?? '', keptContent(kept)));
    } catch {
      return new Set();
    }
  };

  return {
    find: () => {
      try {
        return read(directory);
      } catch (error) {
        return fallBack(error);
      }
    },
    fallBack,
    prove: ({ knowledge, directory: folder }, matcher) => {
      const before = phrasingsBefore();
      const added = new Set([...phrasingsOf(knowledge)].filter((text) => !before.has(text)));
      const isAsked = (text: string): boolean => added.size <= MOST_ASKED && added.has(text);
      refuseFaults(
        folder,
        checkMatching(knowledge, (text) => matchedIds(matcher.match(text)), isAsked),
      );
    },
    remember: ({ digest }) => {
      if (!isProven(digest)) kept.keep(VERDICT, Buffer.from(verdictOf(digest)));
    },
    keep: async (found) => {
      if (copy !== undefined && found.directory !== copy) await keepCopy(found, copy).catch(() => undefined);
    },
  };
}

const phrasingsOf = ({ topics }: Knowledge): Set<string> => new Set(topics.flatMap(({ phrasings }) => phrasings));

/** Whole or not at all; on a full or read-only disk the older one stays. */
async function keepCopy({ directory, digest }: FoundContent, copy: string): Promise<void> {
  const before = await readFile(join(copy, DIGEST), 'utf8').catch(() => '');
  if (before === digest) return;
  const part = `${copy}.${process.pid}`;
  try {
    for (const name of contentFiles(directory)) {
      await mkdir(dirname(join(part, name)), { recursive: true });
      await cp(join(directory, name), join(part, name));
    }
    if (contentDigest(part) !== digest) return;
    await writeFile(join(part, DIGEST), digest);
    await rm(copy, { recursive: true, force: true });
    await rename(part, copy);
  } finally {
    await rm(part, { recursive: true, force: true });
  }
}
