/** A full stop, an exclamation or question mark with a space behind it, or a line break. */
const SENTENCE_END = /(?<=[.!\u061F])\s+|\n+/u;
const MOST = 2;

/** The first two sentences of an answer that has no short form of its own. */
export function firstSentences(text: string): string {
  const sentences = text.split(SENTENCE_END).slice(0, MOST);
  const opensList = sentences.length > 1 && sentences.at(-1)?.endsWith(':') === true;
  return (opensList ? sentences.slice(0, -1) : sentences).join(' ');
}
