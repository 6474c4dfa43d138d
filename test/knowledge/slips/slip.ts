import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { createTranslate, type Sentence } from '../../../src/knowledge/translate';
import { type BrokenCopy, createBrokenCopy, SHIPPED } from '../broken-copy';
import { faultsOf, faultsOfFile } from '../faults-of';

export const SESSIONS = 'faq/sessions.yaml';
export const CLINIC = 'clinic.yaml';
export const MESSAGES = 'messages.yaml';
export const ID = 'id: number-of-sessions\n';
export const BUTTON = '    button: كم جلسة أحتاج؟\n';
export const FACTS = '    facts: [F37, F26, F29, F39]\n';
export const PHONE = "phone: '0500000000'\n";

/** One slip in one file: `find` becomes `becomes`; the fault stands on the line of `at` and its text matches `says`. */
interface Slip {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly becomes: string;
  readonly at: string;
  readonly says: RegExp;
  /** True for what only shows when all files are read. */
  readonly across?: boolean;
}

const ARABIC = /[\u0620-\u064A]{2}/;

/** Each slip is named with file, line and how to mend it, in English and in Arabic. */
export function nameEachSlip(kind: string, slips: readonly Slip[]): void {
  const check = parse(readFileSync(join(SHIPPED, 'staff/check.yaml'), 'utf8')) as { readonly sentences: Sentence[] };
  const inArabic = createTranslate(check.sentences);

  describe(kind, () => {
    let copy: BrokenCopy;
    beforeAll(() => (copy = createBrokenCopy()));
    afterEach(() => copy.mend());
    afterAll(() => copy.remove());

    it.each(slips)('$name is named', ({ file, find, becomes, at, says, across = false }) => {
      copy.edit(file, find, becomes);
      const line = copy.lineOf(file, at);
      const faults = across ? faultsOf(copy.directory) : faultsOfFile(copy.directory, file);
      const meant = faults.filter((fault) => fault.line === line && fault.file === `knowledge/${file}`);
      expect(faults.map((fault) => `${fault.file}:${fault.line}`)).toContain(`knowledge/${file}:${line}`);
      expect(meant.map(({ found, expected, tip }) => `${found}\n${expected}\n${tip}`).join('\n')).toMatch(says);
      for (const { expected, tip } of meant) for (const said of [expected, tip]) expect(inArabic(said)).toMatch(ARABIC);
    });
  });
}
