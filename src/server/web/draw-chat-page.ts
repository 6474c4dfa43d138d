import { clinicCard } from '../../knowledge/clinic-card';
import { clinicContacts } from '../../knowledge/clinic-contacts';
import type { Knowledge } from '../../knowledge/knowledge';
import { drawClinicCard } from './draw-clinic-card';
import { type Html, codeForScript, html, jsonForScript } from '../../text/html';
import type { WebAssets } from './load-web-assets';

/** What the chat page is drawn from. */
export interface ChatPageContent {
  readonly knowledge: Pick<Knowledge, 'messages' | 'clinic'>;
  readonly assets: WebAssets;
  /** Origins of pages that may hold the chat in a frame. */
  readonly allowedOrigins: readonly string[];
  /** Most characters of one message. */
  readonly messageCharacters: number;
}

/** Languages of the interface. The assistant itself speaks Arabic. */
export type Language = 'ar' | 'en';

/** The chat as a page: alone, or in the widget's frame. */
export function drawChatPage(content: ChatPageContent, lang: Language, nonce: string): Html {
  const { assets, knowledge } = content;
  const strings = knowledge.messages.widget[lang];
  return html`<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">
    <head>
      <meta charset="utf-8" />
      <title>${strings.title}</title>
      <meta
        name="viewport"
        content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content"
      />
      <meta name="description" content="${strings.subtitle}" />
      <meta name="theme-color" content="#0f766e" />
      <meta name="color-scheme" content="light dark" />
      <script nonce="${nonce}">
        ${codeForScript(assets['early.js'].plain.toString())};
      </script>
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
      <link rel="manifest" href="/chat.webmanifest" />
      <link rel="stylesheet" href="/chat.css?v=${assets['chat.css'].version}" nonce="${nonce}" />
      <script type="application/json" id="data" nonce="${nonce}">
        ${jsonForScript(readData(content, lang))}
      </script>
      <script src="/chat.js?v=${assets['chat.js'].version}" nonce="${nonce}" defer></script>
    </head>
    <body>
      <div id="chat"></div>
      <noscript
        >${strings.noScript} ${drawClinicCard(clinicCard(knowledge, knowledge.messages.contact[lang]))}</noscript
      >
    </body>
  </html>`;
}

function readData({ knowledge, allowedOrigins, messageCharacters }: ChatPageContent, lang: Language): unknown {
  const { clinic, messages } = knowledge;
  const words = messages.contact[lang];
  const digits = messages.dates.digits.startsWith('0') ? 'latn' : 'arab';
  return {
    lang,
    dates: lang === 'ar' ? `ar-u-ca-gregory-nu-${digits}` : 'en-GB',
    strings: messages.widget[lang],
    numbers: [clinic.phone, clinic.emergency].filter((number) => typeof number === 'string'),
    contacts: clinicContacts(clinic, words).filter(({ kind }) => kind !== 'emergency'),
    // Said in the language the assistant reads.
    person: { title: words.person, text: messages.commands.human.button },
    ...(clinic.privacyPage && { privacy: clinic.privacyPage }),
    clinic: clinicCard({ clinic, messages }, words),
    limit: messageCharacters,
    origins: allowedOrigins,
  };
}
