import { findSlips } from '../../../src/knowledge/by-hand/find-slips';
import { findStrangeSigns } from '../../../src/knowledge/by-hand/find-strange-signs';

describe('a slip of the hand is named with its line', () => {
  it.each<[name: string, text: string, line: number, says: RegExp]>([
    ['text cut at a sign', 'q:\n  - كم السعر #خصم\n', 2, /only "كم السعر" is read: "#خصم"/],
    ['text cut at a number', 'name: عيادة النور # 5\n', 1, /counts as a comment/],
    ['text cut in brackets', '"yes": [نعم, ايوه # لا,\n  اه]\n', 1, /only "ايوه" is read/],
    ['a list line two spaces deeper', 'q:\n  - كم جلسة\n    - كم السعر\n', 3, /part of the line above/],
    ['a list line without its dash', 'q:\n  - كم جلسة\n    كم السعر\n', 3, /part of the line above/],
    ['a bullet of Word in a list', 'q:\n  - كم جلسة\n    • كم السعر\n', 3, /part of the line above/],
    ['a key without a space, deeper', 'a: نص أول\n  button:زر\n', 2, /part of the line above/],
    ['a list in quotation marks left open', "q: 'كم جلسة\n  - كم السعر'\n", 2, /part of the line above/],
    ['merge marks', 'a: |\n  نص\n  <<<<<<< HEAD\n', 3, /merge mark <<<<<<</],
    ['the middle of a merge, at the margin', 'a: b\n=======\n', 2, /merge mark =======/],
    [
      'a no-break space as indentation',
      'a:\n\u00A0 - b\n',
      2,
      /U\+00A0 \(a no-break space\) before "-" at the beginning/,
    ],
    ['a wide space behind plain ones', 'a:\n  \u3000b: c\n', 2, /U\+3000 before "b"/],
    ['a no-break space behind a dash', 'a:\n  -\u00A0كم\n', 2, /U\+00A0[^]*before "ك"/],
    ['a no-break space behind a colon', "phone:\u00A0'050'\n", 1, /U\+00A0[^]*before "'"/],
    [
      'a mark in front of a key',
      "\u200Ephone: '050'\n",
      1,
      /U\+200E \(a mark of direction\) before "p" in the key phone:/,
    ],
    ['a mark within a key', "pho\u200Bne: '050'\n", 1, /U\+200B[^]*in the key phone:/],
    ['a mark behind a key', "phone\u200F: '050'\n", 1, /U\+200F[^]*in the key phone:/],
    ['lines that end with CR alone', 'a: b\rc: d\r', 1, /old Macs \(CR\) alone/],
    ['one line that ends with CR alone', 'a: b\nc: d\re: f\n', 2, /within the line/],
    ['a line break of Word', 'a: |\n  نص\u2028آخر\n', 2, /U\+2028 \(a line break of Word\)/],
  ])('%s', (_name, text, line, says) => {
    const slips = findSlips(text);
    expect(slips.map((slip) => slip.line)).toEqual([line]);
    expect(slips[0]?.found).toMatch(says);
  });

  it.each([
    ['a comment well apart', 'button: نص الزر                # 24 حرفًا\n'],
    ['a comment behind a value', 'careful: true # لماذا\nprice: 5 # x\n'],
    ['a comment behind quotation marks', "name: 'عيادة #1' # اسم\n"],
    ['a sign within a word', 'name: عيادة#1\n'],
    ['texts under a bar', 'a: |\n  - نص # 5\n    - آخر\n  key:x\nb: c\n'],
    ['groups in a list', 'a:\n  - id: x\n    q: نص طويل\n    p:\n      - كم\n      - هل\n'],
    ['a text of several lines', 'a: نص طويل\n  يستمر هنا\n'],
    ['brackets of several lines', 'a: [نعم, ايوه,\n  - اه]\n'],
    ['Windows line ends', 'a: b\r\nc: d\r\n'],
    ['a line of equal signs in a comment', '# =======\na: b\n'],
  ])('%s is none', (_name, text) => {
    expect(findSlips(text)).toEqual([]);
  });
});

describe('a strange sign is named with its line', () => {
  it.each<[name: string, text: string, says: RegExp, mended: RegExp]>([
    ['a mark of direction', 'a: نعم\u200F أكيد', /U\+200F \(a mark of direction\) before "أ"/, /delete it/],
    ['a space without width', 'a:\n  - كم\u200B جلسة', /U\+200B/, /delete it/],
    ['a joiner in Arabic', 'a: هل\u200Cتفيد', /U\+200C/, /delete it/],
    ['letters of a PDF', 'a: \uFE8E\uFEDF\uFEB4\uFECC\uFEAE الآن', /the shape of a PDF/, /write السعر|write [ء-ي]+$/],
    ['quotation marks of Word', 'a: \u201Cنص\u201D', /quotation marks of Word/, /delete them/],
    ['cells of Excel', 'a:\n  - كم السعر\tprice', /U\+0009 \(a tab\)/, /cells of a spreadsheet/],
  ])('%s', (_name, text, says, mended) => {
    const slips = findStrangeSigns(text);
    expect(slips.map((slip) => slip.line)).toEqual([text.split('\n').length]);
    expect(slips[0]?.found).toMatch(says);
    expect(slips[0]?.tip).toMatch(mended);
  });

  it.each([
    ['Persian', 'a: می\u200Cتوانید با کارکنان'],
    ['a family of emoji', 'a: \u{1F468}\u200D\u{1F469}\u200D\u{1F467}'],
    ['a comment', '# \u200F/staff'],
    ['a blessing in one sign', 'a: نبينا محمد \uFDFA'],
    ['a number that is cleaned when it is read', "phone: '\u200E050 000 0000'"],
    ['quotation marks within a text', 'a: قال \u201Cنعم\u201D ثم مضى'],
  ])('%s is none', (_name, text) => {
    expect(findStrangeSigns(text)).toEqual([]);
  });
});
