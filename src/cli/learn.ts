import { join } from 'node:path';
import { loadContent } from '../load-content';
import { createKeptLearning } from '../storage/kept-learning';

/**
 * Learns the shipped content and keeps what it learnt beside the program, so that the first start need not: `build.mjs`
 * runs it last. Content that cannot be used is left for the start to name.
 */
async function main(): Promise<void> {
  const project = join(__dirname, '../..');
  await loadContent(join(project, 'knowledge'), createKeptLearning(join(project, 'dist/kept'))).catch(() => undefined);
}

void main();
