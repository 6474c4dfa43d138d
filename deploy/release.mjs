/**
 * `npm run release`: an archive that needs Node and nothing else: no build, no compiler, no registry.
 *
 *   release/prp-assistant-<version>-<platform>-<arch>.tar.gz   dist, knowledge, production packages, deploy, documents
 *   release/prp-assistant-<version>.cdx.json                   the packages in it (CycloneDX)
 *   release/SHA256SUMS
 *
 * One archive a platform, since the database driver is native code.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const OUT = join(ROOT, 'release');
const SHIPPED = [
  'dist',
  'knowledge',
  'deploy',
  'docs',
  '.env.example',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'SECURITY.md',
];
/** Writes the licence texts of all packages below a folder; called by name, since nothing else needs it. */
const LICENCES = 'license-checker-rseidelsohn@5.0.1';
const LICENCES_OF = [
  '--',
  'license-checker-rseidelsohn',
  '--production',
  '--plainVertical',
  '--excludePrivatePackages',
];
/** Of no use without the sources. */
const LEFT_OUT = [/[\\/]dist[\\/]bench$/, /[\\/]deploy[\\/](Dockerfile|release\.mjs)$/];

const source = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const name = `${source.name}-${source.version}`;
const archive = `${name}-${process.platform}-${process.arch}`;
const stage = join(OUT, archive);

/** Runs a program of this machine; its fault ends the release. */
function run(command, words, cwd) {
  return execFileSync(command, words, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

/** The commands of a release run what is built, and build nothing. */
function releasedPackage() {
  const scripts = Object.entries(source.scripts).flatMap(([command, line]) => {
    const built = /^node build\.mjs && (node dist\/cli\/[\w-]+\.js)$/.exec(line)?.[1];
    return built === undefined ? [] : [[command, built]];
  });
  return {
    ...source,
    devDependencies: undefined,
    scripts: { start: 'exec node dist/main.js || node dist/main.js', ...Object.fromEntries(scripts) },
  };
}

rmSync(OUT, { recursive: true, force: true });
mkdirSync(stage, { recursive: true });
run('node', ['build.mjs'], ROOT);
for (const part of SHIPPED) {
  cpSync(join(ROOT, part), join(stage, part), {
    recursive: true,
    filter: (path) => !LEFT_OUT.some((pattern) => pattern.test(path)),
  });
}
for (const file of ['package.json', 'package-lock.json', '.npmrc']) cpSync(join(ROOT, file), join(stage, file));
run('npm', ['ci', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'], stage);
writeFileSync(
  join(stage, 'THIRD-PARTY-LICENSES.txt'),
  run('npm', ['exec', '--yes', `--package=${LICENCES}`, ...LICENCES_OF], stage),
);
writeFileSync(join(stage, 'package.json'), `${JSON.stringify(releasedPackage(), null, 2)}\n`);
rmSync(join(stage, 'package-lock.json'));
// From what is shipped: read from the lock file, npm sbom leaves out each package that one of development needs as well.
const bill = run('npm', ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application'], stage);
const listed = new Set(JSON.parse(bill).components.map(({ group, name }) => (group ? `${group}/${name}` : name)));
const unlisted = Object.keys(source.dependencies).filter((dependency) => !listed.has(dependency));
if (unlisted.length > 0) throw new Error(`The bill of materials lacks ${unlisted.join(', ')}`);
writeFileSync(join(OUT, `${name}.cdx.json`), bill);
run('tar', ['-czf', `${archive}.tar.gz`, '--owner=0', '--group=0', archive], OUT);
rmSync(stage, { recursive: true });

const sums = readdirSync(OUT).map((file) => {
  const digest = createHash('sha256')
    .update(readFileSync(join(OUT, file)))
    .digest('hex');
  return `${digest}  ${file}\n`;
});
writeFileSync(join(OUT, 'SHA256SUMS'), sums.join(''));
console.log(sums.join(''));
