import { readFlow } from './read-flow';
import { isPlainText, NOT_PLAIN, readScalar, type Unsure } from './read-scalar';

/**
 * Reads the plain part of YAML that the content is written in: groups, lists, texts on one line, `|` texts, quoted texts
 * without escapes, lists in brackets. Gives `undefined` for a file that holds anything else or anything doubtful: the
 * full parser then decides. What it does give is what the full parser would give (property-tested on mutated content).
 *
 * Why: with the `yaml` package alone, loading the 0.8 MB shipped takes a second on two busy cores; with this, a fifth.
 */
export function readPlainYaml(text: string): unknown {
  if (DOUBTFUL.test(text)) return undefined;
  const lines = text.split(/\r?\n/);
  if (lines.some((line) => line.length >= LONGEST_LINE)) return undefined;
  const reader = new PlainReader(lines);
  const value = reader.readDocument();
  return value === NOT_PLAIN ? undefined : value;
}

/** Tabs, old line ends and document marks. */
const DOUBTFUL = /\t|\r(?!\n)|^---|^\.\.\./m;
/** Longer than anybody writes. */
const LONGEST_LINE = 20_000;

const COMMENT = / +#.*/;

interface Line {
  readonly indent: number;
  readonly text: string;
}

const KEY = /^(?:([\p{L}\p{N}$][\p{L}\p{N}\p{M} _.'$-]*)|"([^"\\]*)"|'([^'\\]*)'):(?: +|$)/u;
/** Keys YAML reads as something other than these letters. */
const TRICKY_KEY = /^(?:null|true|false|.{101,}|.* )$/i;

class PlainReader {
  private at = 0;

  constructor(private readonly lines: string[]) {}

  readDocument(): unknown {
    const first = this.peek();
    if (first?.indent !== 0) return NOT_PLAIN;
    const value = this.readBlock(0);
    return this.peek() === undefined ? value : NOT_PLAIN;
  }

  /** The next line that is neither empty nor a comment, without taking it. */
  private peek(): Line | undefined {
    for (; this.at < this.lines.length; this.at += 1) {
      const line = this.lines[this.at] ?? '';
      const indent = line.search(/[^ ]/);
      if (indent === -1 || line[indent] === '#') continue;
      return { indent, text: line.slice(indent).replace(/ +$/, '') };
    }
    return undefined;
  }

  private readBlock(indent: number): unknown {
    return isItem(this.peek()?.text) ? this.readList(indent) : this.readGroup(indent);
  }

  private readList(indent: number): unknown {
    const items: unknown[] = [];
    for (let line = this.peek(); line?.indent === indent && isItem(line.text); line = this.peek()) {
      const rest = line.text.replace(/^- */, '');
      if (rest === '') return NOT_PLAIN;
      const inner = indent + line.text.length - rest.length;
      let item: unknown;
      if (isItem(rest) || (rest.includes(':') && KEY.test(rest))) {
        this.lines[this.at] = ' '.repeat(inner) + rest;
        item = this.readBlock(inner);
      } else {
        item = this.readValue(rest, indent);
      }
      if (item === NOT_PLAIN) return NOT_PLAIN;
      items.push(item);
    }
    return items;
  }

  private readGroup(indent: number): unknown {
    const group: Record<string, unknown> = {};
    for (let line = this.peek(); line?.indent === indent && !isItem(line.text); line = this.peek()) {
      const match = KEY.exec(line.text);
      const key = match?.[1] ?? match?.[2] ?? match?.[3];
      if (match === null || key === undefined || Object.hasOwn(group, key)) return NOT_PLAIN;
      if (key === '__proto__' || (match[1] !== undefined && !isPlainKey(key))) return NOT_PLAIN;
      const value = this.readKeyed(line.text.slice(match[0].length), indent);
      if (value === NOT_PLAIN) return NOT_PLAIN;
      group[key] = value;
    }
    const next = this.peek();
    return next !== undefined && next.indent > indent ? NOT_PLAIN : group;
  }

  private readKeyed(rest: string, indent: number): unknown {
    if (rest !== '' && !rest.startsWith('#')) return this.readValue(rest, indent);
    this.at += 1;
    const next = this.peek();
    if (next !== undefined && next.indent > indent) {
      return /^[[{]/.test(next.text) ? this.readBrackets(next.text, indent) : this.readBlock(next.indent);
    }
    if (next?.indent === indent && isItem(next.text)) return this.readList(indent);
    return null;
  }

  /** A value that begins on the current line; `indent` is that of the group or list it belongs to. */
  private readValue(rest: string, indent: number): unknown {
    if (/^[|>]-?$/.test(rest)) return this.readBlockText(rest, indent);
    if (rest.startsWith('[') || rest.startsWith('{')) return this.readBrackets(rest, indent);
    this.at += 1;
    const more = this.readContinuation(indent);
    const text = /^["']/.test(rest) ? rest : rest.replace(COMMENT, '');
    const isWhole = more === '' || (text === rest && isPlainText(text));
    return more !== undefined && isWhole ? readScalar(text + more) : NOT_PLAIN;
  }

  /** The lines on which a text without quotation marks goes on, each after a space; undefined when in doubt. */
  private readContinuation(indent: number): string | undefined {
    let more = '';
    for (;;) {
      const line = this.lines[this.at] ?? '';
      const depth = line.search(/[^ ]/);
      if (depth === -1 || line[depth] === '#') break;
      if (depth <= indent) return more;
      const text = line.slice(depth).replace(/ +$/, '');
      if (!isPlainText(text)) return undefined;
      more += ` ${text}`;
      this.at += 1;
    }
    const next = this.peek();
    return next !== undefined && next.indent > indent ? undefined : more;
  }

  private readBrackets(rest: string, indent: number): unknown {
    const parts = [rest];
    this.at += 1;
    for (let last = rest; !/[\]}]$/.test(last); this.at += 1) {
      const next = this.lines[this.at];
      if (next === undefined || next.search(/[^ ]/) <= indent) return NOT_PLAIN;
      last = next.replace(/ +$/, '');
      parts.push(last);
    }
    return readFlow(parts.join('\n'));
  }

  /** A text on the lines below its key, as it stands (`|`) or with its lines joined (`>`). */
  private readBlockText(header: string, indent: number): string | Unsure {
    this.at += 1;
    const start = this.at;
    let inner = -1;
    for (; this.at < this.lines.length; this.at += 1) {
      const line = this.lines[this.at] ?? '';
      const depth = line.search(/[^ ]/);
      if (depth === -1) {
        if (line.length > Math.max(inner, 0)) return NOT_PLAIN;
        continue;
      }
      if (inner === -1) inner = depth;
      if (depth < inner) break;
    }
    const body = this.lines.slice(start, this.at).map((line) => line.slice(inner));
    const next = this.peek();
    if (inner <= indent || (next !== undefined && next.indent > indent)) return NOT_PLAIN;
    const text = header.startsWith('|') ? body.join('\n') : fold(body);
    return text === undefined ? NOT_PLAIN : text.replace(/\n*$/, header.endsWith('-') ? '' : '\n');
  }
}

/** Joins lines with spaces; an empty line is a line break. Undefined where spaces at their ends would matter. */
function fold(lines: readonly string[]): string | undefined {
  if (lines[0] === '' || lines.some((line) => /^ | $/.test(line))) return undefined;
  const text = lines.join('\n').replace(/\n+$/, '');
  return text.replace(/\n(\n*)/g, (_all, more: string) => (more === '' ? ' ' : more));
}

function isPlainKey(key: string): boolean {
  return !TRICKY_KEY.test(key) && readScalar(key) !== NOT_PLAIN;
}

function isItem(text: string | undefined): boolean {
  return text !== undefined && (text === '-' || text.startsWith('- '));
}
