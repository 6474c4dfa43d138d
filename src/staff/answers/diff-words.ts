import { diffWordsWithSpace } from 'diff';

/** A run of text that stayed, came or went. */
export interface Run {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Letters compared word by word; longer texts are shown as wholes: the comparison grows with their product. */
const LONGEST = 20_000;

/** The difference of two texts, word by word. Pure. */
export function diffWords(from: string, to: string): readonly Run[] {
  if (from.length + to.length > LONGEST) {
    return [
      { kind: 'removed', text: from },
      { kind: 'added', text: to },
    ];
  }
  return diffWordsWithSpace(from, to).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}
