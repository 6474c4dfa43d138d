import { join } from 'node:path';
import { LEARNT_AT_BUILD } from '../program/content/kept-content';
import { contentByFile } from '../knowledge/content-by-file';
import { prepareContent } from '../program/content/load-content';
import { createGoodContent } from '../program/content/good-content';
import { PROJECT } from '../program/project-folder';
import { createKeptLearning } from '../storage/learnt/kept-learning';
import { createLastCheck, SHIPPED_CONTENT } from './knowledge/last-check';

/**
 * Checks and learns the shipped content and keeps that beside the program, so that the first start need not: `build.mjs`
 * runs it last. The first check of a folder is compared with it. Content that cannot be used is left for the start to name.
 */
async function main(): Promise<void> {
  const kept = createKeptLearning(LEARNT_AT_BUILD);
  const good = createGoodContent({ directory: join(PROJECT, 'knowledge'), dataDirectory: undefined, kept });
  const found = good.find();
  createLastCheck(SHIPPED_CONTENT).keep(contentByFile(found.knowledge));
  const { matcher } = await prepareContent(found.knowledge, kept);
  if (!found.isProven) good.prove(found, matcher);
  good.remember(found);
}

void main().catch(() => undefined);
