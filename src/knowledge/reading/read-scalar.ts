/** Stands for "this reader is not sure": the full parser is asked instead. */
export const NOT_PLAIN = Symbol('not plain YAML');
export type Unsure = typeof NOT_PLAIN;

const NULL = /^(?:~|null|Null|NULL)$/;
const BOOLEAN = /^(?:true|True|TRUE|false|False|FALSE)$/;
const SIMPLE_INTEGER = /^(?:0|[1-9]\d{0,14})$/;
/** All that YAML's core schema reads as a number, and a little more. */
const LIKE_A_NUMBER =
  /^(?:[-+]?\d+|0o\d+|0x[\da-f]+|[-+]?(?:\.\d+|\d+\.\d*)|[-+]?(?:\.\d+|\d+(?:\.\d*)?)e[-+]?\d+|[-+]?\.inf|\.nan)$/i;
/** Signs that mean something to YAML at the head of a text, and signs that end or divide one. */
const SPECIAL_START = /^[-?:,[\]{}#&*!|>'"%@`]/;
const SPECIAL_INSIDE = /: | #|:$/;
const DOUBLE_QUOTED = /^"([^"\\]*)"$/;
const SINGLE_QUOTED = /^'((?:[^']|'')*)'$/;

/** True for a text without quotation marks and without any sign that could mean something else. */
export function isPlainText(text: string): boolean {
  return !SPECIAL_START.test(text) && !SPECIAL_INSIDE.test(text);
}

/** Reads a value that stands on one line, without the spaces around it. */
export function readScalar(text: string): string | number | boolean | null | Unsure {
  const double = DOUBLE_QUOTED.exec(text);
  if (double) return double[1] ?? NOT_PLAIN;
  const single = SINGLE_QUOTED.exec(text);
  if (single) return single[1]?.replaceAll("''", "'") ?? NOT_PLAIN;
  return isPlainText(text) ? readPlainScalar(text) : NOT_PLAIN;
}

/** Reads a value without quotation marks: YAML's core schema decides whether it is a text. */
export function readPlainScalar(text: string): string | number | boolean | null | Unsure {
  if (NULL.test(text)) return null;
  if (BOOLEAN.test(text)) return text.toLowerCase() === 'true';
  if (SIMPLE_INTEGER.test(text)) return Number(text);
  return LIKE_A_NUMBER.test(text) ? NOT_PLAIN : text;
}
