import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { checkContacts } from '../../../src/knowledge/checks/check-contacts';
import { findStrangeSigns } from '../../../src/knowledge/by-hand/find-strange-signs';
import { compareContent } from '../../../src/knowledge/compare-content';
import { readYamlText } from '../../../src/knowledge/reading/load-yaml-file';
import { clinicSchema } from '../../../src/knowledge/schema/clinic';
import { faqSchema } from '../../../src/knowledge/schema/faq';
import { SHIPPED } from '../broken-copy';

/** Files as they are shipped; of the long one the first topics. */
const FILES = [
  { file: 'clinic.yaml', schema: clinicSchema, text: read('clinic.yaml') },
  { file: 'faq/sessions.yaml', schema: faqSchema, text: twoTopics(read('faq/sessions.yaml')) },
];
/** For each kind of edit. */
const RUNS = 30;
const SEED = 20_261_130;

function read(file: string): string {
  return readFileSync(join(SHIPPED, file), 'utf8');
}

/** Two topics with the first dozen phrasings of each. */
function twoTopics(text: string): string {
  let phrasings = 0;
  const [head = '', ...topics] = text.split(/^(?= {2}- id: )/m);
  const kept = topics.slice(0, 2).map((topic) => {
    phrasings = 0;
    return topic
      .split('\n')
      .filter((line) => !/^ {6}- /.test(line) || (phrasings += 1) <= 12)
      .join('\n');
  });
  return head + kept.join('');
}

/** What a hand does to a line; `from` and `to` are places in it. */
type Edit = (lines: string[], at: number, from: number, to: number) => void;

const onLine =
  (change: (line: string, from: number, to: number) => string): Edit =>
  (lines, at, from, to) => {
    lines[at] = change(lines[at] ?? '', from, to);
  };
const insert = (what: string): Edit => onLine((line, from) => line.slice(0, from) + what + line.slice(from));
const around = (before: string, after: string): Edit =>
  onLine((line) => line.replace(/^( *(?:- )?(?:[\w-]+: )?)(.*)$/, `$1${before}$2${after}`));

const EDITS: Readonly<Record<string, Edit>> = {
  'two spaces more': onLine((line) => `  ${line}`),
  'two spaces less': onLine((line) => line.replace(/^ {2}/, '')),
  'one space more': onLine((line) => ` ${line}`),
  'a tab in front': onLine((line) => `\t${line}`),
  'no-break spaces in front': onLine((line) => line.replace(/^ +/, (gap) => '\u00A0'.repeat(gap.length))),
  'a quotation mark in front': around("'", ''),
  'double quotation marks left open': around('"', ''),
  'quotation marks around': around("'", "'"),
  'the quotation marks of Word': around('\u2018', '\u2019'),
  'a line deleted': (lines, at) => void lines.splice(at, 1),
  'some letters deleted': onLine(
    (line, from, to) => line.slice(0, Math.min(from, to)) + line.slice(Math.max(from, to)),
  ),
  'the dash deleted': onLine((line) => line.replace('- ', '  ')),
  'the space behind the dash deleted': onLine((line) => line.replace('- ', '-')),
  'the colon deleted': onLine((line) => line.replace(':', '')),
  'the space behind the colon deleted': onLine((line) => line.replace(': ', ':')),
  'joined with the next line': (lines, at) =>
    void lines.splice(at, 2, `${lines[at] ?? ''} ${lines[at + 1]?.trim() ?? ''}`),
  'copied two times': (lines, at) => void lines.splice(at, 0, lines[at] ?? ''),
  'a number sign': insert(' #1'),
  'a colon': insert(': '),
  'a mark of direction out of WhatsApp': insert('\u200E'),
  'a date out of WhatsApp': insert('[30/11/2026, 10:15] '),
  'bold letters of WhatsApp': around('*', '*'),
  'the next cell of Excel': insert('\t100'),
  'a cell of Excel with line breaks': insert('"\n"'),
  'a bullet of Word': onLine((line) => line.replace('- ', '\u2022 ')),
  'a dash of Word': onLine((line) => line.replace('- ', '\u2013 ')),
  'a soft line break of Word': insert('\u000B'),
  'a line break': insert('\n'),
  'a line break of old Macs': insert('\r'),
  'merge marks': (lines, at) => void lines.splice(at, 0, '<<<<<<< HEAD', lines[at] ?? '', '=======', '>>>>>>> other'),
};
/** Nobody means these: where they change anything they are a fault, not a difference. */
const NEVER_MEANT = [
  'two spaces more',
  'one space more',
  'a tab in front',
  'no-break spaces in front',
  'the dash deleted',
  'the space behind the dash deleted',
  'a bullet of Word',
  'a dash of Word',
  'a line break of old Macs',
  'merge marks',
];

const values = FILES.map(({ file, schema, text }) => readYamlText(file, text, schema).value);

/** Values without what nobody reads: how many spaces stand in a text, and keys with nothing behind them. */
function meaningOf(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'string' ? inner.replace(/\s+/g, ' ').trim() : (inner ?? undefined),
  );
}

interface Outcome {
  readonly isNamed: boolean;
  readonly isSame: boolean;
  readonly shown: string;
  readonly text: string;
}

function outcomeOf(which: number, name: string, place: number, from: number, to: number): Outcome {
  const { file, schema, text } = FILES[which]!;
  const lines = text.split('\n');
  const at = place % lines.length;
  const { length } = lines[at] ?? '';
  EDITS[name]!(lines, at, from % (length + 1), to % (length + 1));
  const edited = lines.join('\n');
  const { value, faults } = readYamlText(file, edited, schema);
  const contacts =
    file === 'clinic.yaml' && faults.length === 0 ? checkContacts({ clinic: clinicSchema.parse(value) }) : [];
  const isNamed = faults.length + contacts.length + findStrangeSigns(edited).length > 0;
  const changes = isNamed ? [] : compareContent({ [file]: values[which] }, { [file]: value });
  const isSame = !isNamed && meaningOf(value) === meaningOf(values[which]);
  const shown = changes.map(({ path, before, after }) => `${path}: ${before ?? ''} → ${after ?? ''}`).join('\n');
  return { isNamed, isSame, shown, text: lines.slice(Math.max(0, at - 1), at + 3).join('\n') };
}

describe('an edit by hand never goes wrong silently', () => {
  it('every file is read as it is shipped', () => {
    expect(values.every((value) => value !== undefined)).toBe(true);
  });

  it.each(Object.keys(EDITS))('%s: the meaning stays, or a fault is named, or the difference is shown', (name) => {
    fc.assert(
      fc.property(fc.nat(FILES.length - 1), fc.nat(2_000), fc.nat(200), fc.nat(200), (which, place, from, to) => {
        const { isNamed, isSame, shown, text } = outcomeOf(which, name, place, from, to);
        const isSilent = !isNamed && !isSame && (shown === '' || NEVER_MEANT.includes(name));
        if (isSilent) throw new Error(`${text}\n---\n${shown}`);
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
  });
});
