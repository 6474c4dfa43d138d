import { zipSync } from 'fflate';
import { loadShipped } from '../helpers/load-shipped';
import { applyPublished } from '../../src/knowledge/published/apply-published';
import { itemIn, type TopicItem } from '../../src/knowledge/published/item';
import { makeTable } from '../../src/staff/sheets/make-table';
import { type ColumnNames, readRows, type SheetRow } from '../../src/staff/sheets/read-rows';
import { readTable } from '../../src/staff/sheets/read-table';
import { MOST_ROWS } from '../../src/staff/sheets/table';
import { takeRows } from '../../src/staff/sheets/take-rows';
import { writeTable } from '../../src/staff/sheets/write-table';

const knowledge = loadShipped();
const names: ColumnNames = Object.entries(knowledge.staffArabic.sheets.columns).map(
  ([column, name]) => [column, [name]] as unknown as ColumnNames[number],
);
const nameOf = (column: ColumnNames[number][0]): string => knowledge.staffArabic.sheets.columns[column];

const TABLE = [
  ['المعرّف', 'الصيغة'],
  ['pain', 'هل هي مؤلمة؟\nجدًا، "حقًا"'],
  ['pain', '=HYPERLINK("https://evil.example")'],
  ['pain', '+966 50; 1,5'],
  ['pain', "'مقتبس'"],
  ['007', '-1'],
];

describe.each(['csv', 'xlsx'] as const)('%s', (format) => {
  it('brings back what went out, cell by cell', async () => {
    const bytes = await writeTable(TABLE, format, true);
    expect(await readTable(bytes)).toEqual({ kind: 'table', table: TABLE });
  });
});

it('no cell of a CSV file is a formula', async () => {
  const text = Buffer.from(await writeTable(TABLE, 'csv', true)).toString('utf8');
  expect(text.match(/(^|,|\n)"?[=+\-@]/g)).toBeNull();
});

describe('CSV as Excel saves it', () => {
  const [utf8, rows] = [
    (text: string) => Buffer.from(text),
    [
      ['الصيغة', 'ب'],
      ['كم السعر', '1,5'],
    ],
  ];
  const windows1256 = Buffer.from([0xc7, 0xe1, 0xd5, 0xed, 0xdb, 0xc9, 0x2c, 0xc8, 0x0a, 0xdf, 0xe3, 0x2c, 0x31]);
  it.each([
    ['with semicolons', utf8('الصيغة;ب\r\nكم السعر;1,5\r\n'), rows],
    [
      'with a quotation mark in the middle of a cell',
      utf8('الصيغة,ب\nمعنى "بلازما",=HYPERLINK("x")\nكم السعر,1\n'),
      [
        ['الصيغة', 'ب'],
        ['معنى "بلازما"', '=HYPERLINK("x")'],
        ['كم السعر', '1'],
      ],
    ],
    ['with tabs in UTF-16', Buffer.from('\ufeffالصيغة\tب\nكم السعر\t1,5\n', 'utf16le'), rows],
    [
      'on an Arabic Windows',
      windows1256,
      [
        ['الصيغة', 'ب'],
        ['كم', '1'],
      ],
    ],
  ])('%s', async (_name, bytes, table) => {
    expect(await readTable(bytes)).toEqual({ kind: 'table', table });
  });
});

describe('a file that is no sheet for us is refused', () => {
  const zeros = new Uint8Array(90_000_000);
  it.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'table'],
    ['a broken workbook', Buffer.from('PK\u0003\u0004 and no more'), 'unreadable'],
    ['a workbook that unpacks to far more', zipSync({ 'xl/worksheets/sheet1.xml': zeros }, { level: 1 }), 'too-long'],
    ['too many rows', Buffer.from('الصيغة\n'.repeat(MOST_ROWS + 2)), 'too-long'],
    ['nothing', Buffer.alloc(0), 'unreadable'],
  ])('%s', async (_name, bytes, kind) => {
    expect((await readTable(bytes)).kind).toBe(kind);
  });
});

it('a sheet is known by its columns, in any order, and further ones are named', () => {
  const table = [
    ['ملاحظتي', 'الصيغة', 'المعرّف'],
    ['', '', ''],
    ['x', 'كم يوم؟', 'pain'],
  ];
  expect(readRows(table, names)).toEqual({
    kind: 'phrasings',
    ignored: ['ملاحظتي'],
    rows: [{ number: 3, cells: { phrasing: 'كم يوم؟', topic: 'pain' } }],
  });
  expect(readRows([['a', 'b']], names)).toEqual({ kind: 'no-columns' });
});

describe('taking a sheet in', () => {
  const [first, second] = knowledge.topics.slice(0, 2);
  if (first === undefined || second === undefined) throw new Error('no topics');
  const content = {
    knowledge,
    itemOf: (topic: string) => itemIn(knowledge, `topic:${topic}`) as TopicItem | undefined,
    apply: (items: ReadonlyMap<string, unknown>) => applyPublished(knowledge, items).knowledge,
    waiting: new Set(['هل ينفع لمن عنده صدفية نادرة؟']),
  };
  const rows = (...cells: SheetRow['cells'][]): SheetRow[] => cells.map((one, at) => ({ number: at + 2, cells: one }));
  const told = async (kind: Parameters<typeof takeRows>[0], ...cells: SheetRow['cells'][]) => {
    const { taken, same, left } = await takeRows(kind, rows(...cells), content);
    return {
      taken,
      same,
      left: left.map(({ row, code, faults }) => [row, code, ...(faults ?? []).map((one) => one.code)]),
    };
  };

  it('what went out comes back unchanged', async () => {
    for (const kind of ['phrasings', 'answers'] as const) {
      const sheet = readRows(makeTable(kind, { knowledge, groups: [] }, nameOf), names);
      if (sheet.kind === 'no-columns') throw new Error('no columns');
      const { taken, left } = await takeRows(sheet.kind, sheet.rows, content);
      expect({ kind: sheet.kind, taken, left }).toEqual({ kind, taken: 0, left: [] });
    }
  });

  it.each([
    [
      'a new phrasing',
      'phrasings',
      { topic: first.id, phrasing: 'صيغة لم يكتبها أحد قط' },
      { taken: 1, same: 0, left: [] },
    ],
    [
      'by the name of its topic',
      'phrasings',
      { question: first.question, phrasing: 'صيغة لم يكتبها أحد قط' },
      { taken: 1, same: 0, left: [] },
    ],
    [
      'one that is there',
      'phrasings',
      { topic: first.id, phrasing: first.phrasings[0] ?? '' },
      { taken: 0, same: 1, left: [] },
    ],
    [
      'one of another topic',
      'phrasings',
      { topic: first.id, phrasing: second.phrasings[0] ?? '' },
      { taken: 0, same: 0, left: [[2, 'fault', 'twin']] },
    ],
    [
      'a topic nobody knows',
      'phrasings',
      { topic: 'none', phrasing: 'صيغة' },
      { taken: 0, same: 0, left: [[2, 'unknownTopic']] },
    ],
    ['an empty phrasing', 'phrasings', { topic: first.id, phrasing: ' ' }, { taken: 0, same: 0, left: [[2, 'empty']] }],
    [
      'one to delete',
      'phrasings',
      { topic: first.id, phrasing: first.phrasings[0] ?? '', delete: 'نعم' },
      { taken: 1, same: 0, left: [] },
    ],
    [
      'one to delete that is not there',
      'phrasings',
      { topic: first.id, phrasing: 'لا أحد', delete: 'نعم' },
      { taken: 0, same: 0, left: [[2, 'notThere']] },
    ],
    [
      'an answer that promises',
      'answers',
      { topic: first.id, answer: `${first.answer} النتيجة مضمونة.` },
      { taken: 0, same: 0, left: [[2, 'fault', 'forbidden']] },
    ],
    ['an answer left empty', 'answers', { topic: first.id, answer: '' }, { taken: 0, same: 1, left: [] }],
    [
      'a question given its topic',
      'unanswered',
      { asked: 'هل ينفع لمن عنده صدفية نادرة؟', give: first.question },
      { taken: 1, same: 0, left: [] },
    ],
    [
      'a question nobody waits for',
      'unanswered',
      { asked: 'شيء آخر', give: first.id },
      { taken: 0, same: 0, left: [[2, 'notWaiting']] },
    ],
    ['a question without a topic', 'unanswered', { asked: 'شيء آخر' }, { taken: 0, same: 1, left: [] }],
  ] as const)('%s', async (_name, kind, cells, expected) => {
    expect(await told(kind, cells)).toEqual(expected);
  });

  it('a phrasing moves from one topic to another in one sheet', async () => {
    const [phrasing = ''] = first.phrasings;
    const cells = [
      { topic: first.id, phrasing, delete: 'نعم' },
      { topic: second.id, phrasing },
    ];
    expect(await told('phrasings', ...cells)).toEqual({ taken: 2, same: 0, left: [] });
  });

  it('a topic that would not pass its check keeps nothing, the others are taken', async () => {
    const cells = [
      { topic: first.id, phrasing: 'صيغة لم يكتبها أحد قط' },
      { topic: first.id, phrasing: second.phrasings[0] ?? '' },
      { topic: second.id, phrasing: 'وهذه أيضًا لم يكتبها أحد' },
    ];
    expect(await told('phrasings', ...cells)).toEqual({
      taken: 1,
      same: 0,
      left: [
        [2, 'fault', 'twin'],
        [3, 'fault', 'twin'],
      ],
    });
  });
});
