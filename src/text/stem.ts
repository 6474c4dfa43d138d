import { AIN, ALEF, BEH, FEH, HEH, KAF, LAM, MEEM, NOON, SHEEN, TEH, WAW, YEH } from './letters';

/** Cuts the affixes of one normalized word. */
export type Stemmer = (word: string) => string;

/** Longest first. The articles are those of Lucene's light10; "3al" and "hal" are dialect. */
const ARTICLES = [
  WAW + BEH + ALEF + LAM,
  WAW + ALEF + LAM,
  BEH + ALEF + LAM,
  KAF + ALEF + LAM,
  FEH + ALEF + LAM,
  AIN + ALEF + LAM,
  AIN + LAM + ALEF,
  HEH + ALEF + LAM,
  ALEF + LAM,
  WAW + LAM + LAM,
  LAM + LAM,
];
/** One-letter proclitics ("and", "with", "for", "so"), cut only from longer words. */
const PROCLITICS: ReadonlySet<string> = new Set([WAW, BEH, LAM, FEH]);
/** light10's suffixes and the dialect pronouns. */
const SUFFIXES = [
  HEH + ALEF,
  ALEF + NOON,
  ALEF + TEH,
  WAW + NOON,
  YEH + NOON,
  YEH + HEH,
  NOON + YEH,
  NOON + ALEF,
  KAF + MEEM,
  HEH + MEEM,
  WAW + ALEF,
  TEH + YEH,
  HEH,
  YEH,
  KAF,
  TEH,
  SHEEN,
];

const SHORTEST_STEM = 3;
const SHORTEST_AFTER_PROCLITIC = 4;

/**
 * A light stemmer after Lucene's light10, with dialect clitics, that never cuts below three letters.
 *
 * @param protectedWords normalized words that stay whole, with or without their article (PRP's "plasma" above all:
 *   Snowball turns it into "must").
 */
export function createStemmer(protectedWords: ReadonlySet<string>): Stemmer {
  return (word) => {
    if (protectedWords.has(word)) return word;
    const bare = cutArticle(word);
    if (protectedWords.has(bare)) return bare;
    const core = bare === word ? cutProclitic(bare, protectedWords) : bare;
    if (protectedWords.has(core)) return core;
    return cutSuffixes(core);
  };
}

/** Affixes by a letter of theirs, the first or the last: most words have none of the few that begin or end like them. */
function byLetter(
  affixes: readonly string[],
  letterOf: (affix: string) => string,
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const affix of affixes) groups.set(letterOf(affix), [...(groups.get(letterOf(affix)) ?? []), affix]);
  return groups;
}

const ARTICLES_BY_FIRST = byLetter(ARTICLES, (article) => article.charAt(0));
const SUFFIXES_BY_LAST = byLetter(SUFFIXES, (suffix) => suffix.charAt(suffix.length - 1));

function cutArticle(word: string): string {
  const article = ARTICLES_BY_FIRST.get(word.charAt(0))?.find((candidate) => word.startsWith(candidate));
  return article !== undefined && word.length - article.length >= SHORTEST_STEM - 1 ? word.slice(article.length) : word;
}

function cutProclitic(word: string, protectedWords: ReadonlySet<string>): string {
  if (!PROCLITICS.has(word.charAt(0))) return word;
  const rest = word.slice(1);
  return rest.length >= SHORTEST_AFTER_PROCLITIC || protectedWords.has(rest) ? rest : word;
}

function cutSuffixes(word: string): string {
  const suffix = SUFFIXES_BY_LAST.get(word.charAt(word.length - 1))?.find((candidate) => word.endsWith(candidate));
  return suffix !== undefined && word.length - suffix.length >= SHORTEST_STEM
    ? word.slice(0, word.length - suffix.length)
    : word;
}
