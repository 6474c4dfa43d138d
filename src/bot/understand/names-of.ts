import type { Knowledge } from '../../knowledge/knowledge';

/** What the assistant is called in the content: people write it where a mention would stand. */
export function namesOf({ widget }: Knowledge['messages']): readonly string[] {
  return [widget.ar.title, widget.en.title];
}
