import { dropInvisible, INVISIBLE } from '../../text/drop-invisible';
import { nameSignIn } from './name-sign';
import type { Slip } from './slip';

/** What git leaves where two people changed the same lines. */
const MERGE_MARK = /^\s*(<{7}|={7}|>{7}|\|{7})(?:\s|$)/;
/** Spaces that look like the plain one and are none to YAML. */
const OTHER_SPACE = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/;
const OTHER_INDENT = new RegExp(`^ *(?=${OTHER_SPACE.source})`);
/** A dash, or a key and its colon, and behind it a space that is none. */
const OTHER_GAP = new RegExp(`^ *(?:- )*(?:-|[\\w-]+:)(?=${OTHER_SPACE.source})`);
/** The key of a line, as whoever wrote it sees it. */
const KEY = /^[^\p{L}\p{N}"'#]*[\p{L}\p{N}_-]*[^\p{L}\p{N}\s"':#]*[\p{L}\p{N}_-]*\s*:(?:\s|$)/u;
/** Signs that end a line for some programs and for YAML do not, and signs that are no text. */
const CONTROL = /[\u2028\u2029]|(?![\t\r\n])\p{Cc}/u;
/** Most files hold none of all these: asked once for a whole file. */
const ANY_MERGE_MARK = new RegExp(MERGE_MARK.source, 'm');
const ANY_SIGN = new RegExp(`${OTHER_SPACE.source}|${INVISIBLE.source}|${CONTROL.source}`, 'u');

const LINE_TIP = 'delete what stands before the first letter of the line and type the spaces again';

/** Slips that one line shows by itself, wherever it stands: none of them was meant. */
export function findLineSlips(text: string): Slip[] {
  if (!ANY_MERGE_MARK.test(text) && !ANY_SIGN.test(text)) return [];
  return text.split('\n').flatMap((line, at) => {
    const slip = slipOf(line);
    return slip === undefined ? [] : [{ line: at + 1, ...slip }];
  });
}

function slipOf(text: string): Omit<Slip, 'line'> | undefined {
  const [, mark] = MERGE_MARK.exec(text) ?? [];
  if (mark !== undefined)
    return {
      found: `the merge mark ${mark}`,
      expected: 'one version of these lines',
      tip: 'choose one of the two versions between the marks and delete the other with the lines <<<<<<<, ======= and >>>>>>>',
    };
  const isComment = /^\s*#/.test(text);
  const indent = OTHER_INDENT.exec(text)?.[0];
  if (indent !== undefined && text.trim() !== '')
    return {
      found: `${nameSignIn(text, indent.length)} at the beginning of the line`,
      expected: 'plain spaces',
      tip: LINE_TIP,
    };
  if (isComment) return undefined;
  const gap = OTHER_GAP.exec(text)?.[0];
  if (gap !== undefined)
    return {
      found: nameSignIn(text, gap.length),
      expected: 'a plain space behind the dash or the colon',
      tip: 'delete it and press the space bar',
    };
  const key = KEY.exec(text)?.[0] ?? '';
  const inKey = key.search(INVISIBLE);
  if (inKey !== -1)
    return {
      found: `${nameSignIn(text, inKey)} in the key ${dropInvisible(key).trim()}`,
      expected: 'a key of plain letters',
      tip: 'delete the key with its colon and type it again',
    };
  const control = text.search(CONTROL);
  if (control === -1) return undefined;
  return {
    found: nameSignIn(text, control),
    expected: 'readable letters',
    tip: 'delete the sign, or type the line again',
  };
}
