import { html, jsonForScript } from '../../../text/html';
import type { ConsoleTools } from '../console-dependencies';
import type { StaffRoute } from '../staff-route';
import type { ConsoleContent } from './content-tools';
import { PREVIEW_CHANNELS } from './draw-preview';

/** The frames of a preview: empty pages that a script draws in what the page around tells them. */
export function previewRoutes({ sceneOf }: ConsoleTools, content: ConsoleContent): readonly StaffRoute[] {
  return PREVIEW_CHANNELS.map((channel) => ({
    method: 'GET',
    path: `/staff/preview/${channel}`,
    needs: 'reads',
    handle: (request) => {
      const { texts, versions } = sceneOf(request);
      const page = html`<html lang="ar" dir="rtl">
        <head>
          <meta charset="utf-8" />
          <title>${texts.preview[channel]}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <link rel="stylesheet" href="/staff/preview.css?v=${versions.previewStyle}" />
          <script type="application/json" id="data">
            ${jsonForScript(content.chatWords())}
          </script>
          <script src="/staff/preview.js?v=${versions.previewScript}" defer></script>
        </head>
        <body>
          <main id="preview" class="in-${channel}" data-channel="${channel}"></main>
        </body>
      </html>`;
      return Promise.resolve({ kind: 'page', page, isFrame: true });
    },
  }));
}
