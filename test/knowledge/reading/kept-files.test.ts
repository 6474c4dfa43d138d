import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadKnowledge } from '../../../src/knowledge/load-knowledge';
import { createKeptFiles, type KeptFiles } from '../../../src/knowledge/reading/kept-files';
import { createKeptLearning } from '../../../src/storage/learnt/kept-learning';
import { createBrokenCopy, SHIPPED } from '../broken-copy';

const folder = mkdtempSync(join(tmpdir(), 'kept-files-'));
afterAll(() => rmSync(folder, { recursive: true }));
const open = (program = 'this one'): KeptFiles => createKeptFiles(createKeptLearning(folder), program);
/** Keeps as usual and counts the files that had to be read. */
const counting = (kept: KeptFiles): KeptFiles & { readonly readAnew: () => number } => {
  let count = 0;
  return {
    ...kept,
    valueOf(file, text) {
      const value = kept.valueOf(file, text);
      if (value === undefined) count += 1;
      return value;
    },
    readAnew: () => count,
  };
};

describe('what content files said', () => {
  const first = loadKnowledge(SHIPPED, open());

  it('is kept, and is the same when it is read back', () => {
    const kept = counting(open());
    expect(loadKnowledge(SHIPPED, kept)).toEqual(first);
    expect(kept.readAnew()).toBe(0);
  });

  it('is read anew for the one file that changed', () => {
    const copy = createBrokenCopy();
    copy.edit('clinic.yaml', "phone: '0500000000'", "phone: '0500000001'");
    const kept = counting(open());
    expect(loadKnowledge(copy.directory, kept).clinic.phone).toBe('0500000001');
    expect(kept.readAnew()).toBe(1);
    copy.remove();
    loadKnowledge(SHIPPED, open());
  });

  it('is not kept of a file with a fault, whose fault is told each time', () => {
    const copy = createBrokenCopy();
    copy.edit('clinic.yaml', 'phone:', 'fone:');
    for (let time = 0; time < 2; time += 1) expect(() => loadKnowledge(copy.directory, open())).toThrow(/fone/);
    copy.remove();
  });

  it('is of no use to another program', () => {
    open().add('a.yaml', 'a', 1);
    expect(open('another').valueOf('a.yaml', 'a')).toBeUndefined();
  });

  it('that JSON cannot say is read anew each time', () => {
    const kept = open('third');
    kept.add('a.yaml', 'a', { on: new Date(0) });
    kept.save();
    expect(open('third').valueOf('a.yaml', 'a')).toBeUndefined();
  });

  it('is read anew where the kept file is damaged', () => {
    writeFileSync(join(folder, 'content.json'), '{"program":"this one","entr');
    const kept = open();
    kept.add('a.yaml', 'a', 'A');
    kept.save();
    expect(open().valueOf('a.yaml', 'a')).toBe('A');
  });
});
