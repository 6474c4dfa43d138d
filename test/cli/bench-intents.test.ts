import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'labelled-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run bench:intents', () => {
  it.each([
    ['a quote within a text', 'label,text\na,x\nb,say "hi"\n', 3],
    ['a quote that is never closed', 'label,text\na,x\nb,"y\nc,z\n', 4],
    ['a quote that swallows the next row', 'label,text\na,"x\nb,y"\nc,z\n', 3],
    ['a column too many', 'label,text\na,x\nb,y,z\n', 3],
    ['a row without a label', 'label,text\n,x\n', 2],
    ['a header that names no label', 'intent,text\na,x\n', 1],
  ])('stops at %s with file and line', (name, csv, line) => {
    const file = join(folder, `${name.replaceAll(' ', '-')}.csv`);
    writeFileSync(file, csv);
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      [join('dist', 'bench', 'intents.js'), '--train', file, '--test', file],
      { encoding: 'utf8' },
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^${file}:.*\\b${line}\\b`));
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
