import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';

/** A content file as text, or what is wrong with it as a file. */
export type Content =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'unreadable';
      readonly line: number;
      readonly found: string;
      readonly expected: string;
      readonly tip: string;
    };

/** Bytes. Twice the largest file shipped (the taught signs); a larger one is a mistake or an attack, and would stop the start for seconds. */
const LARGEST_FILE = 4_000_000;

const SAVE_AS_UTF8 =
  'open it in a text editor (Notepad on Windows: Save as, Encoding: UTF-8) and save it as UTF-8; check that the Arabic is still readable first';

/** Reads a UTF-8 file (a byte order mark at its head is dropped). Never throws. */
export function readContent(path: string): Content {
  let bytes: Buffer;
  try {
    const handle = openSync(path, 'r');
    try {
      const { size } = fstatSync(handle);
      if (size > LARGEST_FILE) return tooLarge(size);
      bytes = readFileSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    return cannotBeOpened((error as NodeJS.ErrnoException).code ?? 'unknown');
  }
  return decode(bytes);
}

function decode(bytes: Buffer): Content {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16 || bytes.includes(0)) return notUtf8('a file saved as UTF-16 ("Unicode") or that is no text at all', 1);
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return notUtf8(
      'letters in another encoding, such as Windows-1256 ("ANSI", "Arabic (Windows)")',
      firstBadLine(bytes),
    );
  }
}

function firstBadLine(bytes: Buffer): number {
  const NEWLINE = 0x0a;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline === -1 ? bytes.length : newline + 1;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end;
  }
  return 1;
}

function notUtf8(found: string, line: number): Content {
  return { kind: 'unreadable', line, found, expected: 'a text file saved as UTF-8', tip: SAVE_AS_UTF8 };
}

function tooLarge(size: number): Content {
  return {
    kind: 'unreadable',
    line: 1,
    found: `${(size / 1_000_000).toFixed(1)} MB`,
    expected: `at most ${LARGEST_FILE / 1_000_000} MB`,
    tip: 'make sure this is the right file; content of this size belongs in several files',
  };
}

function cannotBeOpened(code: string): Content {
  const missing = code === 'ENOENT';
  return {
    kind: 'unreadable',
    line: 1,
    found: missing ? 'no such file' : `a file that cannot be read (${code})`,
    expected: 'a file this program may read',
    tip: missing
      ? 'bring the file back, from a backup or from the version this program came with'
      : 'check that it is a file, not a folder, and that the account that runs the program may read it',
  };
}
