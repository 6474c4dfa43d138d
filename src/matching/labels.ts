import type { Wish } from './match';

/** Labels of talk that is out of scope begin with this mark, which no topic id may. */
export const OUT_OF_SCOPE = '!';

/** Labels of open questions begin with this mark; the ids of the topics to offer follow, joined by the same mark. */
export const OPEN = '?';

/** Labels of wishes begin with this mark. */
export const WISH = '@';

/** Labels of what is only told (filler, facts, reports) begin with this mark: neither a question nor out of scope. */
export const TOLD = '~';

/** Labels of small talk, which wants nothing either, begin with this. */
export const TALK = `${TOLD}talk `;

/** Whether a label is something asked or wanted: a topic, a wish, an open question. */
export function isAsked(label: string): boolean {
  return !label.startsWith(OUT_OF_SCOPE) && !label.startsWith(TOLD);
}

/** The wish a label stands for, when it stands for one. */
export function wishOf(label: string): Wish | undefined {
  return label.startsWith(WISH) ? (label.slice(WISH.length) as Wish) : undefined;
}
