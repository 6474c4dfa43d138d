import { join } from 'node:path';
import { parse } from 'yaml';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { keptContent } from '../../src/program/content/kept-content';
import type { Fault } from '../../src/knowledge/fault';
import { KnowledgeError } from '../../src/knowledge/knowledge-error';
import { KNOWLEDGE_FILES } from '../../src/knowledge/knowledge-files';
import { loadKnowledge } from '../../src/knowledge/load-knowledge';
import { locate } from '../../src/knowledge/locate';
import { loadYamlFile } from '../../src/knowledge/reading/load-yaml-file';
import { faqSchema } from '../../src/knowledge/schema/faq';
import { createTranslate, type Sentence } from '../../src/knowledge/translate';
import { type BrokenCopy, createBrokenCopy, SHIPPED } from './broken-copy';

function faultsOf(directory: string): readonly Fault[] {
  try {
    loadKnowledge(directory, keptContent());
    return [];
  } catch (error) {
    if (error instanceof KnowledgeError) return error.faults;
    throw error;
  }
}

/** The same for one file alone, which is quicker. */
function faultsOfFile(directory: string, file: string): readonly Fault[] {
  const known = Object.values(KNOWLEDGE_FILES).find((candidate) => candidate.file === file);
  return locate(directory, loadYamlFile(directory, file, known?.schema ?? faqSchema).faults);
}

/** What the check says in Arabic. */
const inArabic = createTranslate(
  (parse(readFileSync(join(SHIPPED, 'staff/check.yaml'), 'utf8')) as { readonly sentences: readonly Sentence[] })
    .sentences,
);
const ARABIC = /[\u0620-\u064A]{2}/;

const SESSIONS = 'faq/sessions.yaml';
const CLINIC = 'clinic.yaml';
const MESSAGES = 'messages.yaml';
const ID = 'id: number-of-sessions\n';
const BUTTON = '    button: كم جلسة أحتاج؟\n';
const FACTS = '    facts: [F37, F26, F29, F39]\n';
const PHONE = "phone: '0500000000'\n";

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

const slips: readonly Slip[] = [
  // The YAML itself.
  {
    name: 'a tab',
    file: CLINIC,
    find: '  - name: د. مثال الأولى',
    becomes: '\t- name: د. مثال الأولى',
    at: '\t- name: د. مثال الأولى',
    says: /tab by spaces/,
  },
  {
    name: 'a quotation mark left open',
    file: CLINIC,
    find: PHONE,
    becomes: "phone: '0500000000\n",
    at: "phone: '",
    says: /quotation mark/,
  },
  {
    name: 'a bracket left open',
    file: SESSIONS,
    find: 'article: [37, 38]',
    becomes: 'article: [37, 38',
    at: 'facts: [F37',
    says: /bracket|letter as its neighbours/,
  },
  {
    name: 'a colon in a text',
    file: CLINIC,
    find: 'name: عيادة المثال',
    becomes: 'name: عيادة: المثال',
    at: 'name: عيادة',
    says: /quotation marks/,
  },
  {
    name: 'a colon in a phrasing',
    file: SESSIONS,
    find: '- كم جلسة',
    becomes: '- سؤال: كم جلسة',
    at: 'سؤال: كم',
    says: /a text[^]*quotation marks/,
  },
  {
    name: 'a line moved to the right',
    file: SESSIONS,
    find: BUTTON,
    becomes: `  ${BUTTON}`,
    at: 'question: ',
    says: /neighbours/,
  },
  {
    name: 'a key without a space after its colon',
    file: CLINIC,
    find: 'address: ',
    becomes: 'address:',
    at: 'address:',
    says: /colon and a space|neighbours/,
  },
  {
    name: 'a text that begins with a special sign',
    file: CLINIC,
    find: 'name: ',
    becomes: 'name: @',
    at: 'name: @',
    says: /special sign/,
  },
  {
    name: 'a key given twice',
    file: CLINIC,
    find: PHONE,
    becomes: `${PHONE}phone: '0500000001'\n`,
    at: "phone: '0500000001'",
    says: /delete one of the two/,
  },
  {
    name: 'a second document',
    file: CLINIC,
    find: PHONE,
    becomes: `---\n${PHONE}`,
    at: '---\nphone',
    says: /delete the line/,
  },
  {
    name: 'an anchor',
    file: CLINIC,
    find: PHONE,
    becomes: "phone: &p '0500000000'\n",
    at: 'phone: &p',
    says: /anchor[^]*write the text out/,
  },
  { name: 'an alias', file: CLINIC, find: 'name: عيادة المثال', becomes: 'name: *p', at: 'name: *p', says: /alias/ },
  { name: 'a tag', file: CLINIC, find: 'name: ', becomes: 'name: !!js/function ', at: 'name: !!', says: /!/ },
  {
    name: 'brackets before a colon',
    file: MESSAGES,
    find: "one: 'المصدر: «{source}»",
    becomes: "{one}: 'المصدر: «{source}»",
    at: '{one}',
    says: /key/,
  },
  // Values.
  {
    name: 'a telephone number without quotation marks',
    file: CLINIC,
    find: PHONE,
    becomes: 'phone: 0500000000\n',
    at: 'phone: 0500000000',
    says: /the number 0500000000[^]*between quotation marks/,
  },
  {
    name: 'letters in a telephone number',
    file: CLINIC,
    find: PHONE,
    becomes: 'phone: اتصل بنا\n',
    at: 'phone: اتصل',
    says: /telephone number/,
  },
  {
    name: 'a letter in a telephone number',
    file: CLINIC,
    find: PHONE,
    becomes: "phone: '05O 000 0000'\n",
    at: 'phone: ',
    says: /U\+004F before "0"[^]*type the number again/,
  },
  {
    name: 'a link that ends with the comma of its sentence',
    file: CLINIC,
    find: 'map: https://example.com/map',
    becomes: 'map: https://example.com/map،',
    at: 'map: ',
    says: /"،" at the end of https:\/\/example\.com\/map/,
  },
  {
    name: 'a year of the Hijri calendar',
    file: CLINIC,
    find: 'from: 2027-03-10',
    becomes: 'from: 1448-10-01',
    at: 'from: 1448-10-01',
    says: /Hijri year[^]*about 2027-03-\d\d/,
  },
  {
    name: 'a link without https',
    file: CLINIC,
    find: 'map: https://example.com/map',
    becomes: 'map: example',
    at: 'map: example',
    says: /https/,
  },
  {
    name: 'a time that is none',
    file: CLINIC,
    find: "saturday: ['10:00-20:00']",
    becomes: "saturday: ['10-20']",
    at: "['10-20']",
    says: /'10:00-20:00'/,
  },
  {
    name: 'a day of the week left out',
    file: CLINIC,
    find: '    friday: []\n',
    becomes: '',
    at: 'week:',
    says: /add a line "friday: …"/,
  },
  {
    name: 'a time zone nobody knows',
    file: CLINIC,
    find: 'Asia/Riyadh\n',
    becomes: 'Asia/Riadh\n',
    at: 'Asia/Riadh\n',
    says: /Asia\/Riyadh, Africa\/Cairo/,
  },
  {
    name: 'a text where a list belongs',
    file: CLINIC,
    find: 'hours:\n',
    becomes: 'hours: كل يوم\nx:\n',
    at: 'hours: كل يوم',
    says: /timeZone: and week:/,
  },
  {
    name: 'a price without its item',
    file: CLINIC,
    find: '- item: جلسة بلازما للوجه\n    price',
    becomes: '- price',
    at: '- price: 100',
    says: /a text[^]*add a line "item/,
  },
  {
    name: 'a word where yes or no belongs',
    file: CLINIC,
    find: 'example: true',
    becomes: 'example: نعم',
    at: 'example: نعم',
    says: /true/,
  },
  {
    name: 'an unknown key',
    file: CLINIC,
    find: PHONE,
    becomes: `${PHONE}phnoe: '1'\n`,
    at: 'phnoe',
    says: /unknown key phnoe[^]*did you mean phone\?/,
  },
  {
    name: 'an unknown key far from any other',
    file: CLINIC,
    find: PHONE,
    becomes: `${PHONE}zzz: '1'\n`,
    at: 'zzz',
    says: /keys that exist here: example, name, phone/,
  },
  {
    name: 'a missing key',
    file: SESSIONS,
    find: BUTTON,
    becomes: '',
    at: ID,
    says: /a text[^]*add a line "button: …"/,
  },
  {
    name: 'a misspelt key of a topic',
    file: SESSIONS,
    find: BUTTON,
    becomes: BUTTON.replace('button', 'buton'),
    at: 'buton',
    says: /did you mean button\?/,
  },
  {
    name: 'nothing after a colon',
    file: SESSIONS,
    find: BUTTON,
    becomes: '    button:\n',
    at: 'button:\n',
    says: /write it after the colon/,
  },
  {
    name: 'an empty text',
    file: SESSIONS,
    find: BUTTON,
    becomes: "    button: ''\n",
    at: "button: ''",
    says: /something in it/,
  },
  {
    name: 'a button too long',
    file: SESSIONS,
    find: BUTTON,
    becomes: '    button: كم عدد الجلسات التي أحتاج إليها؟\n',
    at: 'أحتاج إليها',
    says: /24 characters[^]*shorten/,
  },
  {
    name: 'a number where a text belongs',
    file: SESSIONS,
    find: BUTTON,
    becomes: '    button: 2026\n',
    at: 'button: 2026',
    says: /the number 2026[^]*quotation marks/,
  },
  {
    name: 'an id with capital letters',
    file: SESSIONS,
    find: ID,
    becomes: 'id: Number_Of\n',
    at: 'Number_Of',
    says: /small Latin letters/,
  },
  {
    name: 'an unknown body area',
    file: SESSIONS,
    find: BUTTON,
    becomes: `${BUTTON}    area: hiar\n`,
    at: 'area: hiar',
    says: /face or hair[^]*did you mean hair\?/,
  },
  {
    name: 'a year as date',
    file: SESSIONS,
    find: FACTS,
    becomes: `${FACTS}    reviewed: 2026\n`,
    at: 'reviewed: 2026\n',
    says: /by: \(the physician\), on: \(the day\)/,
  },
  {
    name: 'a day that does not exist',
    file: SESSIONS,
    find: FACTS,
    becomes: `${FACTS}    reviewed: { by: د. مثال, on: 2026-02-30 }\n`,
    at: '2026-02-30',
    says: /real day/,
  },
  {
    name: 'a date the other way round',
    file: SESSIONS,
    find: FACTS,
    becomes: `${FACTS}    reviewed: { by: د. مثال, on: 20-11-2026 }\n`,
    at: '20-11-2026',
    says: /year-month-day/,
  },
  {
    name: 'a date in another century',
    file: SESSIONS,
    find: FACTS,
    becomes: `${FACTS}    reviewed: { by: د. مثال, on: 2206-11-20 }\n`,
    at: '2206-11-20',
    says: /future/,
  },
  {
    name: 'a fact the article does not have',
    file: SESSIONS,
    find: 'article: [37, 38]',
    becomes: 'article: [37, 46]',
    at: 'article: [37, 46]',
    says: /1 to 45/,
  },
  {
    name: 'an unknown fact',
    file: SESSIONS,
    find: 'facts: [F37,',
    becomes: 'facts: [F999,',
    at: 'F999',
    across: true,
    says: /fact in sources.yaml/,
  },
  {
    name: 'an unknown source',
    file: 'sources.yaml',
    find: 'sources: [S01, S02]',
    becomes: 'sources: [S01, S990]',
    at: 'S990',
    across: true,
    says: /under sources:/,
  },
  {
    name: 'an unknown strength',
    file: 'sources.yaml',
    find: 'strength: "C, D"',
    becomes: 'strength: "C, X"',
    at: '"C, X"',
    says: /SEED/,
  },
  {
    name: 'a related topic that does not exist',
    file: SESSIONS,
    find: 'related: [session-interval,',
    becomes: 'related: [session-intervals,',
    at: 'session-intervals',
    across: true,
    says: /did you mean session-interval\?/,
  },
  {
    name: 'a topic related to itself',
    file: SESSIONS,
    find: 'related: [session-interval,',
    becomes: 'related: [number-of-sessions,',
    at: 'related: [number-of-sessions',
    across: true,
    says: /other topics/,
  },
  {
    name: 'a topic id given twice',
    file: SESSIONS,
    find: 'id: session-interval\n',
    becomes: 'id: price\n',
    at: 'id: price',
    across: true,
    says: /already has it/,
  },
  {
    name: 'a button given twice',
    file: SESSIONS,
    find: BUTTON,
    becomes: '    button: السعر والتكلفة\n',
    at: 'السعر والتكلفة',
    across: true,
    says: /already has it/,
  },
  {
    name: 'an unknown placeholder in an answer',
    file: 'faq/clinic.yaml',
    find: '{clinic.phone}',
    becomes: '{clinic.fone}',
    at: 'answer: |\n      يمكن الحجز',
    says: /\{clinic\.fone\}[^]*did you mean \{clinic\.phone\}\?/,
  },
  {
    name: "clinic's data without a text for their absence",
    file: 'faq/clinic.yaml',
    find: '    missing: |\n      عذرًا، لم تُدخل العيادة أسعارها',
    becomes: '\n      عذرًا، لم تُدخل العيادة أسعارها',
    at: 'answer: |\n      هذه هي الأسعار',
    says: /missing: \|/,
  },
  {
    name: 'an unknown placeholder in a message',
    file: MESSAGES,
    find: '• الهاتف: {clinic.phone}',
    becomes: '• الهاتف: {clinic.fone}',
    at: 'text: |\n      بكل سرور',
    says: /did you mean \{clinic\.phone\}\?/,
  },
  {
    name: 'a message without its placeholder',
    file: MESSAGES,
    find: '({limit} حرف',
    becomes: '(ألف حرف',
    at: 'tooLong',
    says: /a text that holds \{limit\}/,
  },
  {
    name: 'a message left out',
    file: MESSAGES,
    find: '  emptyText: ',
    becomes: '  emptiText: ',
    at: 'chat:',
    says: /is "emptiText:" a misspelling of "emptyText:"/,
  },
  {
    name: 'a button in a message that names no topic',
    file: MESSAGES,
    find: 'topic: face-benefits',
    becomes: 'topic: face-benefit',
    at: 'topic: face-benefit\n',
    across: true,
    says: /did you mean face-benefits\?/,
  },
  {
    name: 'a button in a message with a misspelt key',
    file: MESSAGES,
    find: '- topic: face-benefits',
    becomes: '- topik: face-benefits',
    at: 'topik',
    says: /did you mean topic\?/,
  },
  { name: 'months missing', file: MESSAGES, find: '[يناير, ', becomes: '[', at: 'months: ', says: /twelve months/ },
  {
    name: 'a word that YAML reads as true',
    file: 'vocabulary.yaml',
    find: '"yes": [نعم, ',
    becomes: '"yes": [true, ',
    at: '"yes": [true',
    says: /yes or no, not a text[^]*quotation marks/,
  },
  {
    name: 'social talk without a reply',
    file: MESSAGES,
    find: '  praise: ',
    becomes: '  prase: ',
    at: 'social:',
    across: true,
    says: /reply to the social talk "praise"/,
  },
  {
    name: 'a lost letter',
    file: SESSIONS,
    find: BUTTON,
    becomes: '    button: كم جلس\uFFFD\n',
    at: '\uFFFD',
    says: /type it again/,
  },
];

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

  it.each(slips)('names $name: file, line and how to mend it', ({ file, find, becomes, at, says, across = false }) => {
    copy.edit(file, find, becomes);
    const line = copy.lineOf(file, at);
    const faults = across ? faultsOf(copy.directory) : faultsOfFile(copy.directory, file);
    const meant = faults.filter((fault) => fault.line === line && fault.file === `knowledge/${file}`);
    expect(faults.map((fault) => `${fault.file}:${fault.line}`)).toContain(`knowledge/${file}:${line}`);
    expect(meant.map(({ found, expected, tip }) => `${found}\n${expected}\n${tip}`).join('\n')).toMatch(says);
    for (const { expected, tip } of meant) for (const said of [expected, tip]) expect(inArabic(said)).toMatch(ARABIC);
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
    ['a huge file', (c) => writeFileSync(c.path(CLINIC), 'a'.repeat(3_000_000)), 'clinic.yaml', /3\.0 MB/],
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
