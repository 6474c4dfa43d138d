import type { ErrorCode } from 'yaml';

interface Explanation {
  readonly expected: string;
  readonly tip: string;
}

const QUOTE_IT =
  "put the whole text between quotation marks ('…'), because it holds a colon followed by a space or begins with a special sign";
const LINE_UP =
  'make it begin under the same letter as its neighbours, with spaces only, and look at the line above too';

const EXPLANATIONS: Partial<Record<ErrorCode, Explanation>> = {
  TAB_AS_INDENT: {
    expected: 'spaces at the beginning of the line',
    tip: 'replace the tab by spaces (two for each step)',
  },
  DUPLICATE_KEY: { expected: 'each key once in its group', tip: 'delete one of the two, or rename it' },
  BAD_INDENT: { expected: 'a line that begins where its neighbours begin', tip: LINE_UP },
  MULTIPLE_DOCS: { expected: 'one document in the file', tip: 'delete the line that holds only ---' },
  BAD_SCALAR_START: { expected: 'a text that begins with a letter or a digit', tip: QUOTE_IT },
  BLOCK_AS_IMPLICIT_KEY: { expected: 'one "key: text" on the line', tip: `${QUOTE_IT}; or ${LINE_UP}` },
  MULTILINE_IMPLICIT_KEY: { expected: 'a text on one line', tip: `${LINE_UP}; long texts go under "key: |"` },
  MISSING_CHAR: {
    expected: 'a sign that is missing',
    tip: 'close every quotation mark and bracket, and put a colon and a space after each key',
  },
  BAD_ALIAS: { expected: 'plain text', tip: QUOTE_IT },
  UNEXPECTED_TOKEN: { expected: 'the end of the text', tip: `${QUOTE_IT}; or ${LINE_UP}` },
  TAG_RESOLVE_FAILED: { expected: 'plain text', tip: 'delete the word that begins with !' },
};

/** What a syntax error means to someone who edits the file and how to mend it. */
export function explainSyntax(code: ErrorCode): Explanation {
  return (
    EXPLANATIONS[code] ?? { expected: 'correct YAML', tip: `${LINE_UP}; compare it with a part of the file that works` }
  );
}
