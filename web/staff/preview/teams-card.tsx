import { readSafeUrl } from '../../chat/text/safe-url';
import type { CardElement } from './drawn';

/** An Adaptive Card as Teams lays ours out: blocks of text, boxes, rows of buttons; right to left. */
export function TeamsCard({ body }: { readonly body: readonly CardElement[] }) {
  return (
    <div class="card">
      {body.map((element, at) => (
        <Element key={at} {...element} />
      ))}
    </div>
  );
}

function Element(element: CardElement) {
  const { type, text = '', items = [], actions = [], isVisible = true } = element;
  if (!isVisible) return null;
  switch (type) {
    case 'TextBlock':
      return <p class={classOf(element)}>{readMarkdown(text)}</p>;
    case 'Container':
      return (
        <div class={classOf(element)}>
          {items.map((item, at) => (
            <Element key={at} {...item} />
          ))}
        </div>
      );
    case 'ActionSet':
      return (
        <div class={`actions ${classOf(element)}`}>
          {actions.map(({ title, url }, at) =>
            url === undefined ? (
              <button key={at} type="button">
                {title}
              </button>
            ) : (
              <a key={at} href={readSafeUrl(url)} target="_blank" rel="noopener noreferrer nofollow">
                {title}
              </a>
            ),
          )}
        </div>
      );
    default:
      return null;
  }
}

const classOf = ({ spacing = 'default', size, weight, isSubtle, style }: CardElement): string =>
  [`space-${spacing}`, size, weight, style, isSubtle === true ? 'subtle' : undefined].filter(Boolean).join(' ');

/** What our cards use of Markdown: links. */
const LINK = /\[([^\]]+)\]\((https?:[^)\s]+)\)/;

function readMarkdown(text: string) {
  const [whole, label, url = ''] = LINK.exec(text) ?? [];
  if (whole === undefined) return text;
  const [before, after] = text.split(whole);
  return (
    <>
      {before}
      <a href={readSafeUrl(url)} target="_blank" rel="noopener noreferrer nofollow">
        {label}
      </a>
      {after}
    </>
  );
}
