import type { Request, Response, Server } from 'restify';
import { LONGEST_MESSAGE } from '../bot/understand/message';
import { createOrigins } from '../channels/direct-line/origins';
import type { Knowledge } from '../knowledge/knowledge';
import { readQuery } from './read-query';
import { drawChatPage } from './web/draw-chat-page';
import { drawClinicPage } from './web/draw-clinic-page';
import { ICON } from './web/icon';
import { loadIcons } from './web/load-icons';
import { createAsset, loadWebAssets, type WebAsset } from './web/load-web-assets';
import { readOrigin } from './web/read-origin';
import { readWidgetContent } from './web/widget-content';
import { sendAsset } from './web/send-asset';
import { sendPage } from './web/send-page';
import { sendSetup, type SetupFault } from './web/send-setup';
import { createWebManifest } from './web/web-manifest';

/** What the pages are made of. */
export interface WebDependencies {
  /** As it is at each request: staff publish while the program runs. */
  readonly knowledge: Knowledge;
  /** Where `npm run build` put the browser's part of the program. */
  readonly directory: string;
  /** Pages elsewhere that may hold the chat. */
  readonly allowedOrigins: readonly string[];
  /** Our own origin as patients see it; undefined: the host a request names. */
  readonly publicUrl: string | undefined;
  /** Hosts the chat talks with besides this one: Azure's, where Azure carries it. */
  readonly connect: readonly string[];
  /** Told when a page could not show the chat. */
  readonly onBlocked?: ((fault: SetupFault) => void) | undefined;
}

/** Serves the clinic page, the chat, and the script that puts the chat on other pages. */
export function mountWeb(server: Server, dependencies: WebDependencies): void {
  const { knowledge, directory, allowedOrigins, publicUrl, connect } = dependencies;
  const { ar } = knowledge.messages.widget;
  const assets = loadWebAssets(directory, readWidgetContent(knowledge));
  const chat = { assets, allowedOrigins, messageCharacters: LONGEST_MESSAGE };

  const origins = createOrigins({ allowedOrigins, publicUrl });
  const get = (path: string, answer: (request: Request, response: Response) => void): void => {
    const handler = (request: Request, response: Response, next: (go?: false) => void): void => {
      answer(request, response);
      next(false);
    };
    server.get(path, handler);
    server.head(path, handler);
  };
  const serve = (path: string, asset: WebAsset): void => {
    get(path, (request, response) => sendAsset(asset, request, response));
  };

  for (const [name, asset] of Object.entries({ ...assets, ...loadIcons(directory) })) serve(`/${name}`, asset);
  serve('/icon.svg', createAsset('image/svg+xml', ICON));
  serve('/chat.webmanifest', createAsset('application/manifest+json', createWebManifest(ar)));
  get('/widget.json', (request, response) => sendSetup(request, response, origins, dependencies.onBlocked));
  get('/chat', (request, response) => {
    const lang = readQuery(request).get('lang') === 'en' ? 'en' : 'ar';
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    // Pages that isolate themselves take only frames that do, too.
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    sendPage(request, response, { connect, ancestors: ["'self'", ...allowedOrigins] }, (nonce) =>
      drawChatPage({ ...chat, knowledge: dependencies.knowledge }, lang, nonce),
    );
  });
  get('/', (request, response) => {
    const origin = publicUrl ?? readOrigin(request);
    sendPage(request, response, {}, (nonce) =>
      drawClinicPage({ knowledge: dependencies.knowledge, assets, origin }, nonce),
    );
  });
}
