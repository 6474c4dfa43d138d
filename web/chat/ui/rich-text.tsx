import { readScript } from '../text/script';
import { splitBlocks } from '../text/split-blocks';
import { splitLinks } from '../text/split-links';

interface Properties {
  readonly text: string;
  /** Telephone numbers that can be called. */
  readonly numbers: readonly string[];
}

/** The text of a message: paragraphs, lists and links; every line in its own direction. */
export function RichText({ text, numbers }: Properties) {
  return (
    <>
      {splitBlocks(text).map(({ kind, lines }, at) =>
        kind === 'list' ? (
          <ul key={at}>
            {lines.map((line, place) => (
              <li key={place} {...readScript(line)}>
                <Line text={line} numbers={numbers} />
              </li>
            ))}
          </ul>
        ) : (
          <p key={at}>
            {lines.map((line, place) => (
              <span class="line" key={place} {...readScript(line)}>
                <Line text={line} numbers={numbers} />
              </span>
            ))}
          </p>
        ),
      )}
    </>
  );
}

function Line({ text, numbers }: Properties) {
  return (
    <>
      {splitLinks(text, numbers).map(({ text: piece, href }, at) =>
        href === undefined ? (
          piece
        ) : (
          <a key={at} href={href} dir="ltr" {...(href.startsWith('http') && ELSEWHERE)}>
            {piece}
          </a>
        ),
      )}
    </>
  );
}

const ELSEWHERE = { target: '_blank', rel: 'noopener noreferrer nofollow' };
