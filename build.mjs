/**
 * Bundles the program into dist/: src/main.ts, its threads, each command of src/cli/ and each measurement of bench/, packages
 * included, since loading botbuilder, its dialogs and restify file by file takes about twice as long as one file.
 * Then the readers learn the shipped content. Does nothing, and prints nothing, when dist/ is newer than every source, so
 * it can stand before every command; what it prints otherwise goes to standard error, since answers go to standard output.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';

const ROOT = import.meta.dirname;
const DIST = join(ROOT, 'dist');
/** What the readers learnt from the content: other code may learn otherwise. */
const KEPT = join(DIST, 'kept');
/** The bundle that holds whatever decides what is learnt. */
const LEARN = join(DIST, 'cli/learn.js');
/** Its modification time is when the last complete build began. */
const STAMP = join(DIST, '.built');
const SOURCES = ['src', 'dialogs', 'web', 'bench', 'build.mjs', 'package-lock.json'];
const ENTRY_FOLDERS = ['src/cli', 'bench'];

/**
 * Loaded by node at run time: native code, optional packages that only a few installations need, and the browser of a
 * measurement, which is there for developers only.
 */
const EXTERNAL = [
  '@photostructure/sqlite',
  'pg',
  'pg-native',
  'dtrace-provider',
  'playwright-core',
  '@sparticuz/chromium',
];

/**
 * Packages that Bot Framework loads at start and this program needs late or never: the recognisers have no Arabic
 * and the Azure sign-in is not used without an app id. Each is replaced by a stand-in that loads it from
 * node_modules at first use; that takes a third off the time to start.
 */
const LATE = /^(@microsoft\/recognizers-text-[a-z-]+|@azure\/(identity|msal-node)|axios)$/;

const entries = (folder) =>
  list(join(ROOT, folder)).filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts') && isFile(file));

function list(folder) {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** Which program this is, for health, metrics and the log, and which code decides what is read and learnt. */
function describeBuild() {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const program = createHash('sha256').update(readFileSync(LEARN)).digest('base64url');
  const { stdout, status } = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' });
  // Where there is no repository, as in an image, whoever builds it says which commit it is.
  const commit = status === 0 ? stdout.trim() : process.env.COMMIT || 'unknown';
  const contents = JSON.stringify({ version, commit, program });
  return { path: join(DIST, 'build.json'), contents };
}

const isFile = (path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** The newest modification time below a path, folders included: a file taken away changes its folder. */
function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path)
    .filter((name) => name !== 'node_modules' && name !== 'results')
    .reduce((latest, name) => Math.max(latest, newest(join(path, name))), stat.mtimeMs);
}

function isFresh() {
  const built = statSync(STAMP, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return built > Math.max(...SOURCES.map((source) => newest(join(ROOT, source))));
}

const lateLoading = {
  name: 'late-loading',
  setup(build) {
    build.onResolve({ filter: LATE }, async ({ path, namespace, pluginData, resolveDir, importer, kind }) => {
      if (namespace === 'late') return { path, external: true };
      // Among themselves these packages load each other as usual; only the way in is late.
      if (pluginData === 'real' || kind !== 'require-call') return undefined;
      if (/[\\/]node_modules[\\/]@(microsoft|azure)[\\/]/.test(importer)) return undefined;
      const real = await build.resolve(path, { kind, importer, resolveDir, pluginData: 'real' });
      // Loaded from dist/ it must be the same copy that the importer would get.
      const isSame = real.path.startsWith(join(ROOT, 'node_modules', path) + sep);
      return isSame ? { path, namespace: 'late' } : undefined;
    });
    build.onLoad({ filter: /.*/, namespace: 'late' }, ({ path }) => ({
      contents: `module.exports = new Proxy({}, {
        get: (_, name) => name === '__esModule' ? true : require(${JSON.stringify(path)})[name],
      });`,
      resolveDir: ROOT,
    }));
  },
};

/** Zod brings its messages in fifty languages, a sixth of the program; ours are written where a schema is read. */
const oneLanguage = {
  name: 'one-language',
  setup(build) {
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
    }));
  },
};

const shared = { absWorkingDir: ROOT, bundle: true, write: false, logLevel: 'warning', legalComments: 'none' };

async function bundleServer(esbuild) {
  const { outputFiles } = await esbuild.build({
    ...shared,
    entryPoints: [
      join(ROOT, 'src/main.ts'),
      join(ROOT, 'src/program/content/content-worker.ts'),
      join(ROOT, 'src/program/web/sheet-worker.ts'),
      ...ENTRY_FOLDERS.flatMap(entries),
    ].map((file) => ({
      in: file,
      out: relative(ROOT, file)
        .replace(/^src[\\/]/, '')
        .replace(/\.ts$/, ''),
    })),
    outdir: DIST,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: EXTERNAL,
    // Packages of Bot Framework ask for Node's own, which warns on every start that it is going.
    alias: { punycode: join(ROOT, 'node_modules/punycode/punycode.js') },
    minifyWhitespace: true,
    minifySyntax: true,
    sourcemap: 'linked',
    sourcesContent: false,
    plugins: [lateLoading, oneLanguage],
  });
  return outputFiles.map((file) =>
    file.path.endsWith('.js') ? { path: file.path, contents: inAscii(file.text) } : file,
  );
}

/**
 * One other letter makes V8 keep a program at two bytes a letter: 13 MB in place of 6.5. Esbuild writes what stands in
 * strings in ASCII; what is left stands in templates and regular expressions, where it means the same.
 */
const inAscii = (code) =>
  // eslint-disable-next-line no-control-regex
  code.replace(/[^\x00-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The style of the widget's button goes along in its script: a clinic's page loads one file. */
const styleAsText = (esbuild) => ({
  name: 'style-as-text',
  setup(build) {
    build.onLoad({ filter: /widget\.css$/ }, async ({ path }) => {
      const { code } = await esbuild.transform(readFileSync(path, 'utf8'), { loader: 'css', minify: true });
      return { contents: code.trim(), loader: 'text' };
    });
  },
});

/** What browsers load: icons, the chat, what stands in its page, the button on a clinic's page, and the clinic page. */
async function bundleWeb(esbuild) {
  const settings = {
    ...shared,
    loader: { '.png': 'copy' },
    outdir: join(DIST, 'web'),
    platform: 'browser',
    target: 'es2021',
    minify: true,
    plugins: [styleAsText(esbuild)],
  };
  const made = await Promise.all([
    esbuild.build({
      ...settings,
      format: 'iife',
      entryPoints: {
        chat: join(ROOT, 'web/chat/main.tsx'),
        early: join(ROOT, 'web/chat/early.ts'),
        page: join(ROOT, 'web/page/main.ts'),
        console: join(ROOT, 'web/staff/main.ts'),
        preview: join(ROOT, 'web/staff/preview/main.tsx'),
        ...Object.fromEntries(list(join(ROOT, 'web/icons')).map((file) => [basename(file, '.png'), file])),
      },
    }),
    // The server puts it into a function that knows the clinic.
    esbuild.build({ ...settings, format: 'esm', entryPoints: { widget: join(ROOT, 'web/widget/main.ts') } }),
  ]);
  return made.flatMap(({ outputFiles }) => outputFiles);
}

/** Each file appears whole or not at all: two commands may build at the same moment. */
function write({ path, contents }) {
  mkdirSync(dirname(path), { recursive: true });
  const part = `${path}.${process.pid}.part`;
  writeFileSync(part, contents);
  renameSync(part, path);
}

async function build() {
  const began = new Date();
  const esbuild = await import('esbuild');
  const files = await Promise.all([bundleServer(esbuild), bundleWeb(esbuild)]);
  const learnt = isFile(LEARN) && readFileSync(LEARN);
  // Its helper process would live as long as this one, which may become the program (start.mjs).
  await esbuild.stop();
  files.flat().forEach(write);
  write(describeBuild());
  // What other content was learnt from is learnt anew whatever stands here: a kept file names what it was learnt from.
  if (!learnt || !learnt.equals(readFileSync(LEARN))) rmSync(KEPT, { recursive: true, force: true });
  // So that no start has to wait for it; where this fails, a start learns by itself.
  spawnSync(process.execPath, [LEARN], { stdio: 'ignore' });
  write({ path: STAMP, contents: '' });
  utimesSync(STAMP, began, began);
}

/** What a bundle lacks esbuild says by itself; whatever else stops a build, such as a folder nobody may write to, is said here. */
function tellFault(error) {
  process.exitCode = 1;
  if (!Array.isArray(error.errors)) process.stderr.write(`The program cannot be built: ${error.message}\n`);
}

if (!isFresh()) {
  process.stderr.write('Building the program and learning its content: a minute or two, once.\n');
  await build().catch(tellFault);
}
