import { join } from 'node:path';
import { createKeptFiles, type KeptFiles, NOTHING_KEPT } from '../../knowledge/reading/kept-files';
import type { KeptLearning } from '../../learning/kept-learning';
import { readBuild } from '../read-build';
import { createKeptLearning } from '../../storage/learnt/kept-learning';
import { PROJECT } from '../project-folder';

/** Where the build keeps what it read and learnt. */
export const LEARNT_AT_BUILD = join(PROJECT, 'dist/kept');

/**
 * What content files said when this program read them before.
 *
 * @param kept where that is kept; without, what the build kept
 */
export function keptContent(kept: KeptLearning = createKeptLearning(LEARNT_AT_BUILD)): KeptFiles {
  const { program } = readBuild();
  return program === undefined ? NOTHING_KEPT : createKeptFiles(kept, program);
}
