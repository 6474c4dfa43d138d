import { join } from 'node:path';
import { prepareContent } from '../load-content';
import { createGoodContent } from '../program/good-content';
import { createKeptLearning } from '../storage/kept-learning';

/**
 * Checks and learns the shipped content and keeps that beside the program, so that the first start need not: `build.mjs`
 * runs it last. Content that cannot be used is left for the start to name.
 */
async function main(): Promise<void> {
  const project = join(__dirname, '../..');
  const kept = createKeptLearning(join(project, 'dist/kept'));
  const good = createGoodContent({ directory: join(project, 'knowledge'), dataDirectory: undefined, kept });
  const found = good.find();
  const { matcher } = await prepareContent(found.knowledge, kept);
  if (!found.isProven) good.prove(found, matcher);
  good.remember(found);
}

void main().catch(() => undefined);
