import { editDistance } from '../../bot/memory/edit-distance';
import type { ConfigFault } from './config-error';
import { VARIABLES } from './config-variables';

/** Letters by which a name in `.env` may differ from one of ours and still be meant as it; one in a short name, three in a long one. */
const MOST_EDITS = 2;
const SHORT = 6;
const LONG = 12;

const NAMES = Object.keys(VARIABLES);
/** These have a spelling of their own: other programs write them MICROSOFT_APP_ID. */
const MIXED_CASE = NAMES.filter((name) => /^[A-Z].*[a-z]/.test(name));

/**
 * Names that look like ours but are not, and would otherwise be ignored without a word: anywhere those that differ only
 * in underscores and case, in `.env` also those with a typing error.
 */
export function findMisspelt(
  environment: Readonly<Record<string, string | undefined>>,
  namesInFile: readonly string[],
): ConfigFault[] {
  const elsewhere = Object.keys(environment).map((found) => ({ found, meant: sameLetters(found, MIXED_CASE) }));
  const inFile = namesInFile.map((found) => ({ found, meant: sameLetters(found, NAMES) ?? nearly(found) }));
  const meant = new Map([...elsewhere, ...inFile].map((each) => [each.found, each.meant]));
  return [...meant].flatMap(([found, name]) =>
    name === undefined || NAMES.includes(found) || environment[name] !== undefined
      ? []
      : [{ variable: found, found: 'set', expected: `the name written as ${name}` }],
  );
}

const bare = (name: string): string => name.replaceAll('_', '').toLowerCase();

function sameLetters(found: string, names: readonly string[]): string | undefined {
  return names.find((name) => bare(name) === bare(found));
}

function nearly(found: string): string | undefined {
  return NAMES.find((name) => {
    const most = name.length <= SHORT ? 1 : name.length >= LONG ? MOST_EDITS + 1 : MOST_EDITS;
    return editDistance(bare(name), bare(found), most) <= most;
  });
}
