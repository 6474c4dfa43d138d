import { join } from 'node:path';
import { keptContent } from '../../src/program/content/kept-content';
import type { Knowledge } from '../../src/knowledge/knowledge';
import { loadKnowledge } from '../../src/knowledge/load-knowledge';

/** The content the program ships with, as the build read it. */
export function loadShipped(): Knowledge {
  return loadKnowledge(join(__dirname, '../../knowledge'), keptContent());
}
