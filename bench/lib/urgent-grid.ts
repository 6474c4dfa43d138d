import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A row of a table in test/safety/grid. */
type Row = Readonly<Record<string, string>>;

/** Signs that somebody has and calm messages, bare and with what people put around them. None of it is learnt from. */
export function loadUrgentGrid(folder = join('test', 'safety', 'grid')) {
  const read = (name: string): Row[] => {
    const [header = '', ...lines] = readFileSync(join(folder, `${name}.tsv`), 'utf8')
      .trimEnd()
      .split('\n');
    const columns = header.split('\t');
    return lines.map((line) => Object.fromEntries(line.split('\t').map((cell, at) => [columns[at] ?? '', cell])));
  };
  const texts = (name: string): string[] => read(name).map(({ text = '' }) => text);
  const [signs, calm, endings, stories] = [texts('signs'), texts('calm'), texts('endings'), texts('frames')];
  return {
    'signs, bare': { urgent: true, texts: signs },
    'signs, a question behind': { urgent: true, texts: around(signs, endings) },
    'signs, in a story': { urgent: true, texts: around(signs, stories) },
    'calm, bare': { urgent: false, texts: calm },
    'calm, a question behind': { urgent: false, texts: around(calm, endings) },
    'calm, in a story': { urgent: false, texts: around(calm, stories) },
  } as const;
}

function around(messages: readonly string[], frames: readonly string[]): string[] {
  return messages.flatMap((message) => frames.map((frame) => frame.replace('{}', message)));
}
