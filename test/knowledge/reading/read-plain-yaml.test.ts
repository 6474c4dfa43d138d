import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { readPlainYaml } from '../../../src/knowledge/reading/read-plain-yaml';

const KNOWLEDGE = join(__dirname, '../../../knowledge');
const shipped = readdirSync(KNOWLEDGE, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => ({ file, text: readFileSync(join(KNOWLEDGE, file), 'utf8') }));

/** What the full parser makes of a text, `undefined` where it finds fault. */
function parsed(text: string): unknown {
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' });
  return document.errors.length > 0 ? undefined : document.toJS();
}

describe('readPlainYaml', () => {
  it.each(shipped)('reads $file as the full parser does, or leaves it to that', ({ text }) => {
    const value = readPlainYaml(text);
    if (value !== undefined) expect(value).toEqual(parsed(text));
  });

  it('reads nearly all content without the full parser, so that the start is quick', () => {
    const size = (files: typeof shipped): number => files.reduce((sum, { text }) => sum + text.length, 0);
    const plain = shipped.filter(({ text }) => readPlainYaml(text) !== undefined);
    expect(size(plain) / size(shipped)).toBeGreaterThan(0.9);
  });

  /** Pieces of content files and of what goes wrong in them, put together at random. */
  const piece = fc.constantFrom(
    ...[
      'a: b',
      'a:',
      'b: 1',
      'c: 012',
      'd: 1.5',
      'e: ~',
      'f: yes',
      'g: true',
      'h: "x y"',
      "i: 'it''s'",
      'j: [a, b c, 3]',
    ],
    ...[
      'k: {x: 1, y: "z, z"}',
      'l: |',
      'm: |-',
      'n: >',
      'n: >-',
      '- a',
      '- b: c',
      '- - a',
      '-',
      '- |',
      '- "a": b',
      '- #x',
      'o: p: q',
    ],
    ...[
      'text',
      'more text',
      '# comment',
      'p: q # comment',
      'q: a#b',
      'r: &x y',
      's: *x',
      't: !!str 1',
      'u: [a,',
      'b]',
      'c, d]',
    ],
    ...[
      '',
      ' ',
      '   ',
      '---',
      '...',
      'v: 0x1f',
      'w: 1e3',
      'x: .5',
      'y: 2026-11-20',
      'z: -',
      '? a',
      ': b',
      '"q": r',
      '1: x',
      '01: x',
    ],
    ...[
      'null: x',
      '3amal: x',
      'a: "b" c',
      "a: 'b",
      'a: [b]]',
      'a: [-b]',
      'a: {b: c',
      'a: [x: y]',
      'a : b',
      'سؤال: جواب ؟',
      '- كم السعر؟',
    ],
    ...[
      'a: [a b, c\td]',
      '\ta: b',
      'a: b ',
      'a:  b',
      '-   c',
      '<<: a',
      'a: @b',
      'a: %b',
      'a: b:',
      'a: http://x.y/?z=1',
      'a: [null, true]',
    ],
  );
  const line = fc
    .tuple(fc.constantFrom(0, 0, 0, 0, 1, 2, 2, 3), piece)
    .map(([indent, text]) => ' '.repeat(indent) + text);
  const pieced = fc.array(line, { minLength: 1, maxLength: 5 }).map((lines) => lines.join('\n'));

  it('never reads a text otherwise than the full parser, or where the full parser finds fault', () => {
    fc.assert(
      fc.property(pieced, (text) => {
        const value = readPlainYaml(text);
        if (value !== undefined) expect(value).toEqual(parsed(text));
      }),
      { numRuns: 10_000 },
    );
  });

  const content = shipped.map(({ text }) => text.split('\n').slice(0, 90));
  const mutation = fc.record({
    file: fc.nat(content.length - 1),
    line: fc.nat(80),
    column: fc.nat(40),
    what: fc.constantFrom(
      ' ',
      '  ',
      ':',
      ': ',
      ' #',
      '"',
      "'",
      '- ',
      '[',
      ']',
      '{',
      '}',
      '|',
      '\t',
      '\n',
      '\n  ',
      '&a ',
      '*a',
      ',',
      '\\',
      '!',
    ),
    cut: fc.nat(3),
  });

  it('reads content with a slip of the hand as the full parser does, or leaves it to that', () => {
    fc.assert(
      fc.property(mutation, ({ file, line: at, column, what, cut }) => {
        const lines = [...(content[file] ?? [])];
        const old = lines[at] ?? '';
        lines[at] = old.slice(0, column) + what + old.slice(column + cut);
        const text = lines.join('\n');
        const value = readPlainYaml(text);
        if (value !== undefined) expect(value).toEqual(parsed(text));
      }),
      { numRuns: 150 },
    );
  });
});
