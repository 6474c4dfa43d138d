import { type Html, html, jsonForScript } from '../../../text/html';
import { fill } from '../fill';
import type { Scene } from '../scene';
import type { DrawnReply } from './drawn-reply';

/** A reply under what tells it from the others. */
interface NamedReply extends DrawnReply {
  readonly title: string | undefined;
}

/** Names the replies of a topic by the area they are for. */
export const nameReplies = ({ texts: { preview } }: Scene, replies: readonly DrawnReply[]): readonly NamedReply[] =>
  replies.map((reply) => ({
    ...reply,
    title: reply.area === undefined ? undefined : fill(preview.askedFor, { area: preview[reply.area] }),
  }));

/** Where an answer is shown. */
export const PREVIEW_CHANNELS = ['chat', 'teams'] as const;

/**
 * An answer as patients see it: a frame with the widget's own parts, and one with the card as Teams lays it out. A script
 * fills both, and fills them again while somebody types; without scripts the text stands here.
 */
export function drawPreviews(scene: Scene, replies: readonly DrawnReply[]): Html {
  const { preview } = scene.texts;
  return html`<section class="previews" data-previews aria-label="${preview.title}">
    <script type="application/json">
      ${jsonForScript(nameReplies(scene, replies))}
    </script>
    ${PREVIEW_CHANNELS.map(
      (channel) =>
        html`<details open class="preview" data-channel="${channel}">
          <summary>${preview[channel]}</summary>
          <iframe src="/staff/preview/${channel}" title="${preview[channel]}" height="320"></iframe>
        </details>`,
    )}
    <noscript>
      ${replies.map(({ activity: { text = '' } }) => html`<p class="answer" lang="ar" dir="rtl">${text}</p>`)}
    </noscript>
  </section>`;
}
