import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigError } from '../program/settings/config-error';
import { loadEnvironment } from '../program/settings/load-environment';
import { buildPackage } from './teams/build-package';
import { PackageError } from './teams/package-error';
import { readPackageValues, readsAll } from './teams/package-values';

/** `npm run teams:package`: writes teams/dist/prp-assistant-teams.zip, the app an administrator uploads to Teams. */
const DIRECTORY = 'teams';
const OUTPUT = join(DIRECTORY, 'dist', 'prp-assistant-teams.zip');

process.exitCode = run();

/** @returns the exit code: 1 where something must be mended first, 0 otherwise. */
function run(): number {
  try {
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync('package.json', 'utf8')));
    const { environment } = loadEnvironment();
    const zip = buildPackage({
      directory: DIRECTORY,
      values: readPackageValues(environment),
      readsAll: readsAll(environment),
      version,
    });
    mkdirSync(join(DIRECTORY, 'dist'), { recursive: true });
    writeFileSync(OUTPUT, zip);
    console.log(`${OUTPUT} (${zip.length} bytes): upload it in the Teams admin center, or in Teams under Apps.`);
    return 0;
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof PackageError)) throw error;
    console.error(error.message);
    return 1;
  }
}
