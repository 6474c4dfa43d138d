import { readScript } from '../text/script';
import { type Block, splitBlocks } from '../text/split-blocks';
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
  const blocks = splitBlocks(text);
  const isSeveral = blocks.filter(isHeaded).length > 1;
  return (
    <>
      {blocks.map((block, at) =>
        block.kind === 'list' ? (
          <ul key={at}>
            {block.lines.map((line, place) => (
              <li key={place} {...readScript(line)}>
                <Line text={line} {...known} />
              </li>
            ))}
          </ul>
        ) : (
          <p key={at} class={isSeveral && isHeaded(block) ? 'asked' : undefined}>
            {block.lines.map((line, place) => (
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

/** A question and under it its answer: of several in one message each is told apart. */
const isHeaded = ({ kind, lines: [first = '', ...rest] }: Block): boolean =>
  kind === 'lines' && rest.length > 0 && QUESTION.test(first);

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

/** Its mark in either script. */
const QUESTION = /[?\u061F]\s*$/;

const ELSEWHERE = { target: '_blank', rel: 'noopener noreferrer nofollow' };
