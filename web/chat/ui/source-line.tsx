import type { Note } from '../client/activity';
import { readScript } from '../text/script';

/** Where an answer comes from, in small letters; its source leads to where it can be read. */
export function SourceLine({ text, source }: Note) {
  const [before = text, ...after] = source === undefined ? [text] : text.split(source.label);
  return (
    <p class="source" {...readScript(text)}>
      {before}
      {source !== undefined && (
        <a href={source.url} target="_blank" rel="noopener noreferrer nofollow">
          {source.label}
        </a>
      )}
      {source !== undefined && after.join(source.label)}
    </p>
  );
}
