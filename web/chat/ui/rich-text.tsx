import { readScript } from '../text/script';
import { splitBlocks } from '../text/split-blocks';
import { splitLinks } from '../text/split-links';

interface Properties {
  readonly text: string;
  /** Telephone numbers that can be called. */
  readonly numbers: readonly string[];
  /** Addresses that have buttons of their own. */
  readonly pressed?: readonly string[];
}

/** The text of a message: paragraphs, lists and links; every line in its own direction. */
export function RichText({ text, ...known }: Properties) {
  return (
    <>
      {splitBlocks(text).map(({ kind, lines }, at) =>
        kind === 'list' ? (
          <ul key={at}>
            {lines.map((line, place) => (
              <li key={place} {...readScript(line)}>
                <Line text={line} {...known} />
              </li>
            ))}
          </ul>
        ) : (
          <p key={at}>
            {lines.map((line, place) => (
              <span class="line" key={place} {...readScript(line)}>
                <Line text={line} {...known} />
              </span>
            ))}
          </p>
        ),
      )}
    </>
  );
}

function Line({ text, numbers, pressed }: Properties) {
  return (
    <>
      {splitLinks(text, numbers, pressed).map(({ text: piece, href, isNumber = false }, at) =>
        href === undefined ? (
          isNumber ? (
            <bdi key={at} dir="ltr">
              {piece}
            </bdi>
          ) : (
            piece
          )
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
