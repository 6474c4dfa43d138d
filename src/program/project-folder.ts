import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the program: the nearest with a package.json, seen from src/ and from every bundle in dist/ alike. */
export const PROJECT = projectAbove(__dirname);

function projectAbove(folder: string): string {
  const above = dirname(folder);
  return existsSync(join(folder, 'package.json')) || above === folder ? folder : projectAbove(above);
}
