/** What `knowledge:check` was asked for. */
export interface CheckArguments {
  readonly directory?: string;
  readonly lang: 'ar' | 'en';
  /** Whether every phrasing is judged without its own words, and not only those that are new. */
  readonly all: boolean;
}

export const CHECK_USAGE = 'usage: npm run knowledge:check [-- folder] [--lang ar|en] [--all]\n';

/** Reads the arguments of the command; undefined where they are wrong. */
export function readCheckArguments(given: readonly string[]): CheckArguments | undefined {
  const all = given.includes('--all');
  const others = given.filter((argument) => argument !== '--all');
  const rest = others.map((argument) => argument.replace(/^--lang=/, '--lang\0').split('\0')).flat();
  const at = rest.indexOf('--lang');
  const lang = at === -1 ? 'ar' : rest[at + 1];
  const folders = at === -1 ? rest : rest.filter((_argument, place) => place !== at && place !== at + 1);
  if ((lang !== 'ar' && lang !== 'en') || folders.length > 1 || folders[0]?.startsWith('-')) return undefined;
  return { lang, all, ...(folders[0] !== undefined && { directory: folders[0] }) };
}
