import { Readable } from 'node:stream';
import fc from 'fast-check';
import { readLines } from '../../../src/cli/terminal/read-lines';

async function linesOf(...chunks: (string | Buffer)[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of readLines(Readable.from(chunks.map((chunk) => Buffer.from(chunk))))) lines.push(line);
  return lines;
}

describe('readLines', () => {
  it.each([
    ['nothing', '', []],
    ['a line with its end', 'كم السعر\n', ['كم السعر']],
    ['a line without its end', 'كم السعر', ['كم السعر']],
    ['empty lines', '\n\nأ\n', ['', '', 'أ']],
    ['ends of Windows', 'أ\r\nب\r\n', ['أ', 'ب']],
    ['a byte order mark', '\uFEFFأ\nب', ['أ', 'ب']],
    ['separators that Unicode also has', 'أ\u2028ب\u0085ج\n', ['أ\u2028ب\u0085ج']],
    ['a carriage return inside a line', 'أ\rب\n', ['أ\rب']],
  ])('reads %s', async (_name, text, expected) => {
    expect(await linesOf(text)).toEqual(expected);
  });

  it('reads the same wherever the stream is cut, also inside a letter', async () => {
    const text = 'كم السعر؟\nأين العيادة\r\n\n😍 نعم';
    const bytes = Buffer.from(text);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 5 }), async (cuts) => {
        const edges = [0, ...cuts.sort((a, b) => a - b), bytes.length];
        const chunks = edges.slice(1).map((edge, at) => bytes.subarray(edges[at], edge));
        expect(await linesOf(...chunks)).toEqual(['كم السعر؟', 'أين العيادة', '', '😍 نعم']);
      }),
    );
  });
});
