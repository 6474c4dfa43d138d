/**
 * A text that changes where it stands; nothing where there is none. Each text has an element of its own: browsers that
 * translate a page put theirs in the place of a text, and it would stay when the text is another.
 */
export function Words({ text }: { readonly text: string | undefined }) {
  return text === undefined || text === '' ? null : <span key={text}>{text}</span>;
}
