import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

const ROOT = join(__dirname, '../..');
const IMPORT = /(?:from|import) '(\.{1,2}\/[^']+)'/g;

/** Folders that are not sent to whoever builds the image. */
const leftOut = readFileSync(join(ROOT, '.dockerignore'), 'utf8').split('\n').filter(Boolean);
const isLeftOut = (path: string): boolean =>
  leftOut.some((folder) => path === folder || path.startsWith(`${folder}${sep}`));

const sources = ['src', 'dialogs', 'web', 'bench'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => /\.tsx?$/.test(path) && !isLeftOut(path)),
);

test('whatever the image is built from needs nothing that is left out of it', () => {
  expect(sources.length).toBeGreaterThan(500);
  const missing = sources.flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(IMPORT)]
      .map(([, path = '']) => relative(ROOT, join(ROOT, dirname(file), path)))
      .filter(isLeftOut)
      .map((path) => `${file} needs ${path}`),
  );
  expect(missing).toEqual([]);
});

test('whatever the image copies is sent', () => {
  const recipe = readFileSync(join(ROOT, 'deploy/Dockerfile'), 'utf8');
  const copied = [...recipe.matchAll(/^COPY --from=build \/app\/(\S+)/gm)].map(([, path = '']) => path);
  const made = ['node_modules', 'dist'];
  expect(copied).toEqual(expect.arrayContaining(made));
  for (const path of copied.filter((each) => !made.includes(each))) {
    expect(existsSync(join(ROOT, path))).toBe(true);
    expect(isLeftOut(path)).toBe(false);
  }
});
