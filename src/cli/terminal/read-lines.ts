const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The lines of a stream as they come. Only a line feed ends a line (a carriage return before it goes with it): the
 * separators Unicode also has belong to what people write. A last line without its end is a line.
 */
export async function* readLines(stream: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest = '';
  let isFirst = true;
  for await (const chunk of stream) {
    const parts = (rest + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }))).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      yield clean(part, isFirst);
      isFirst = false;
    }
  }
  rest += decoder.decode();
  if (rest !== '') yield clean(rest, isFirst);
}

function clean(line: string, isFirst: boolean): string {
  const bare = line.endsWith('\r') ? line.slice(0, -1) : line;
  return isFirst && bare.startsWith(BYTE_ORDER_MARK) ? bare.slice(1) : bare;
}
