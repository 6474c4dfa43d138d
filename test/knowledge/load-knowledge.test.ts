import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { loadKnowledge } from '../../src/knowledge/load-knowledge';
import { keptContent } from '../../src/program/content/kept-content';
import { type BrokenCopy, createBrokenCopy, SHIPPED } from './broken-copy';
import { faultsOf, faultsOfFile } from './faults-of';
import { CLINIC, MESSAGES, PHONE, SESSIONS } from './slips/slip';

describe('loadKnowledge', () => {
  let copy: BrokenCopy;
  beforeEach(() => {
    copy = createBrokenCopy();
  });
  afterEach(() => {
    copy.remove();
  });

  it('finds no fault in the content it ships with', () => {
    expect(faultsOf(SHIPPED)).toEqual([]);
  });

  it.each<[name: string, breakIt: (copy: BrokenCopy) => void, file: string, says: RegExp]>([
    ['a missing file', (c) => rmSync(c.path(CLINIC)), 'clinic.yaml', /no such file[^]*bring the file back/],
    ['an empty file', (c) => writeFileSync(c.path(CLINIC), ''), 'clinic.yaml', /empty file/],
    ['a file of comments', (c) => writeFileSync(c.path(CLINIC), '# later\n'), 'clinic.yaml', /empty file/],
    [
      'a list instead of groups',
      (c) => writeFileSync(c.path(CLINIC), '- a\n- b\n'),
      'clinic.yaml',
      /group of "key: value" lines/,
    ],
    [
      'a folder instead of a file',
      (c) => {
        rmSync(c.path(CLINIC));
        mkdirSync(c.path(CLINIC));
      },
      'clinic.yaml',
      /not a folder/,
    ],
    [
      'UTF-16',
      (c) => writeFileSync(c.path(CLINIC), Buffer.from(`\uFEFF${readFileSync(c.path(CLINIC), 'utf8')}`, 'utf16le')),
      'clinic.yaml',
      /UTF-16[^]*save it as UTF-8/,
    ],
    [
      'Windows-1256',
      (c) => writeFileSync(c.path(CLINIC), Buffer.from('example: true\nname: \xda\xed\xc7\xcf\xc9\n', 'latin1')),
      'clinic.yaml',
      /Windows-1256[^]*UTF-8/,
    ],
    [
      'a picture',
      (c) => writeFileSync(c.path(CLINIC), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])),
      'clinic.yaml',
      /no text at all/,
    ],
    ['a huge file', (c) => writeFileSync(c.path(CLINIC), 'a'.repeat(5_000_000)), 'clinic.yaml', /5\.0 MB/],
    [
      'brackets without end',
      (c) => writeFileSync(c.path(CLINIC), `name: ${'['.repeat(100_000)}`),
      'clinic.yaml',
      /nested too deep|bracket/,
    ],
    ['an alias bomb', (c) => writeFileSync(c.path(CLINIC), aliasBomb()), 'clinic.yaml', /anchor|alias/],
    [
      'a misspelt file name',
      (c) => renameSync(c.path(CLINIC), c.path('clinc.yaml')),
      'clinc.yaml',
      /did you mean clinic\.yaml\?/,
    ],
    [
      'a FAQ file with another ending',
      (c) => renameSync(c.path(SESSIONS), c.path('faq/sessions.yml')),
      'faq/sessions.yml',
      /ends in \.yaml/,
    ],
    ['no FAQ folder', (c) => rmSync(c.path('faq'), { recursive: true }), 'faq/', /FAQ files/],
  ])('names %s', (_name, breakIt, file, says) => {
    breakIt(copy);
    const faults = file === CLINIC ? faultsOfFile(copy.directory, file) : faultsOf(copy.directory);
    const meant = faults.filter((fault) => fault.file === `knowledge/${file}`);
    expect(meant.map(({ found, expected, tip }) => `${found}\n${expected}\n${tip}`).join('\n')).toMatch(says);
  });

  it('names the line of a letter in another encoding', () => {
    writeFileSync(copy.path(CLINIC), Buffer.from('example: true\nname: \xda\xed\n', 'latin1'));
    expect(faultsOfFile(copy.directory, CLINIC).map(({ line }) => line)).toEqual([2]);
  });

  it('accepts a byte order mark and Windows line ends', () => {
    const text = readFileSync(copy.path(CLINIC), 'utf8').replaceAll('\n', '\r\n');
    writeFileSync(copy.path(CLINIC), `\uFEFF${text}`);
    expect(faultsOfFile(copy.directory, CLINIC)).toEqual([]);
  });

  it('accepts values the clinic has not given yet, as empty or absent lines', () => {
    writeFileSync(copy.path(CLINIC), 'name:\nphone:\nprices:\n');
    expect(faultsOfFile(copy.directory, CLINIC)).toEqual([]);
  });

  it('ignores what editors leave behind', () => {
    writeFileSync(copy.path('.clinic.yaml.swp'), 'x');
    writeFileSync(copy.path('faq/~sessions.yaml'), 'x');
    expect(faultsOf(copy.directory)).toEqual([]);
  });

  it('names every fault of every file at once, in order', () => {
    copy.edit(CLINIC, PHONE, 'phone: 5\nfax: 6\n');
    copy.edit(MESSAGES, '{limit}', '{limt}');
    copy.edit(SESSIONS, 'article: [37, 38]', 'article: [37, 38');
    copy.edit('faq/basics.yaml', 'facts: [F01', 'reviewed: today\n    facts: [F01');
    const places = faultsOf(copy.directory).map(({ file, path }) => `${file} ${path}`);
    expect(places).toEqual([
      'knowledge/clinic.yaml phone',
      'knowledge/clinic.yaml fax',
      'knowledge/faq/basics.yaml topics[what-is-prp].reviewed',
      'knowledge/faq/sessions.yaml ',
      'knowledge/messages.yaml chat.tooLong',
      'knowledge/messages.yaml chat.tooLong',
    ]);
  });

  it('says it in a message without a stack trace', () => {
    copy.edit(CLINIC, PHONE, 'phone: 0500000000\n');
    const line = copy.lineOf(CLINIC, 'phone: 0500000000');
    expect(() => loadKnowledge(copy.directory, keptContent())).toThrow(
      [
        'The knowledge base has a fault. Mend it and start again.',
        '',
        `knowledge/clinic.yaml, line ${line}: phone`,
        '    found:     the number 0500000000',
        '    expected:  a text',
        "    to mend:   put it between quotation marks: '…'",
      ].join('\n'),
    );
  });

  it('says once and for all that a file holds far too many faults, within seconds', () => {
    const keys = Array.from({ length: 60_000 }, (_unused, at) => `key${at}: [a, b]`);
    writeFileSync(copy.path(CLINIC), keys.join('\n'));
    const faults = faultsOfFile(copy.directory, CLINIC);
    expect(faults).toHaveLength(50);
    expect(faults.at(-1)?.expected).toMatch(/there are more faults after this one/);
  });

  it('names a folder that is not there', () => {
    const faults = faultsOf(copy.path('nowhere'));
    expect(faults.map(({ tip }) => tip)).toEqual([expect.stringMatching(/check the path/)]);
  });
});

/** Nine levels of nine references: a billion laughs. */
function aliasBomb(): string {
  const levels = 'abcdefghi'.split('').map((name, at, all) => {
    const reference = at === 0 ? '"ha"' : `*${all[at - 1] ?? ''}`;
    return `${name}: &${name} [${Array.from({ length: 9 }, () => reference).join(', ')}]`;
  });
  return `${levels.join('\n')}\n`;
}
