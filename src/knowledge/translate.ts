/** A sentence of the check in English and in another language; `{1}`, `{2}` … stand for what differs each time. */
export interface Sentence {
  readonly en: string;
  readonly ar: string;
}

const HOLE = /\{(\d)\}/g;

/**
 * Gives what says an English sentence of the check in another language. The sentence with most letters of its own wins;
 * what stands in its holes is said in that language too, where it is known, and else as it is.
 */
export function createTranslate(sentences: readonly Sentence[]): (english: string) => string {
  const exact = new Map(sentences.map(({ en, ar }) => [en, ar]));
  const patterns = sentences
    .filter(({ en }) => en.search(HOLE) !== -1)
    .map(({ en, ar }) => ({ ...patternOf(en), ar, own: en.replace(HOLE, '').length }))
    .sort((one, other) => other.own - one.own);
  const translate = (english: string): string => {
    const known = exact.get(english);
    if (known !== undefined) return known;
    for (const { pattern, holes, ar } of patterns) {
      const found = pattern.exec(english);
      if (found === null) continue;
      const filled = new Map(holes.map((hole, at) => [hole, translate(found[at + 1] ?? '')]));
      return ar.replace(HOLE, (_all, hole: string) => filled.get(hole) ?? '');
    }
    return english;
  };
  return translate;
}

function patternOf(english: string): { readonly pattern: RegExp; readonly holes: readonly string[] } {
  const parts = english.split(HOLE);
  const source = parts.map((part, at) => (at % 2 === 1 ? '([^]+?)' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  return { pattern: new RegExp(`^${source.join('')}$`), holes: parts.filter((_part, at) => at % 2 === 1) };
}
