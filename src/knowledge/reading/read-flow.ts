import { NOT_PLAIN, readPlainScalar, type Unsure } from './read-scalar';

const SPACE = /[ \n]*/y;
const QUOTED = /"([^"\\\n]*)"|'((?:[^'\n]|'')*)'/y;
/** A text between brackets without any sign that could mean something else. */
const PLAIN = /[^\s,[\]{}:#&*!|>'"%@`?-][^,[\]{}:#"]*/y;
/** A list of texts without quotation marks. */
const SIMPLE_LIST = /^\[[^[\]{}:#&*!|>'"%@`?-]+\]$/;
const BREAK = / *\n */g;
const AROUND = /^[ \n]+|[ \n]+$/g;
const KEY = /([A-Za-z][\w-]*):[ \n]+/y;
const LIKE_A_CONSTANT = /^(?:null|true|false)$/i;

/** Reads `[a, b]` and `{key: value}` with plain and quoted texts in them, over one or more lines, to the very end of `text`. */
export function readFlow(text: string): unknown {
  if (SIMPLE_LIST.test(text)) return readSimpleList(text);
  const reader = new FlowReader(text);
  const value = reader.readValue();
  return reader.isAtEnd() ? value : NOT_PLAIN;
}

/** The common case, in half the time. */
function readSimpleList(text: string): unknown[] | Unsure {
  const items: unknown[] = [];
  for (const part of text.slice(1, -1).split(',')) {
    const item = readPlainScalar(unfold(part));
    if (item === NOT_PLAIN || item === '') return NOT_PLAIN;
    items.push(item);
  }
  return items;
}

/** A text broken over two lines has a space there. */
function unfold(text: string): string {
  return text.replace(AROUND, '').replace(BREAK, ' ');
}

class FlowReader {
  private at = 0;

  constructor(private readonly text: string) {}

  isAtEnd(): boolean {
    return this.at === this.text.length;
  }

  readValue(): unknown {
    if (this.take('[')) return this.readList();
    if (this.take('{')) return this.readGroup();
    const quoted = this.match(QUOTED);
    if (quoted) return quoted[1] ?? quoted[2]?.replaceAll("''", "'");
    const plain = this.match(PLAIN);
    return plain ? readPlainScalar(unfold(plain[0])) : NOT_PLAIN;
  }

  private readList(): unknown[] | Unsure {
    const items: unknown[] = [];
    this.match(SPACE);
    while (!this.take(']')) {
      const item = this.readValue();
      if (item === NOT_PLAIN || !this.divide(']')) return NOT_PLAIN;
      items.push(item);
    }
    return items;
  }

  private readGroup(): Record<string, unknown> | Unsure {
    const group: Record<string, unknown> = {};
    this.match(SPACE);
    while (!this.take('}')) {
      const key = this.match(KEY)?.[1];
      if (key === undefined || LIKE_A_CONSTANT.test(key) || Object.hasOwn(group, key)) return NOT_PLAIN;
      const value = this.readValue();
      if (value === NOT_PLAIN || !this.divide('}')) return NOT_PLAIN;
      group[key] = value;
    }
    return group;
  }

  /** Takes the comma after an entry; a closing bracket is left standing. */
  private divide(closing: string): boolean {
    this.match(SPACE);
    if (this.text[this.at] === closing) return true;
    const divided = this.take(',');
    this.match(SPACE);
    return divided;
  }

  private take(sign: string): boolean {
    const stands = this.text[this.at] === sign;
    if (stands) this.at += 1;
    return stands;
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match) this.at = pattern.lastIndex;
    return match;
  }
}
