import { z } from 'zod';
import { answer, refuse } from './answer';
import type { AskAzure } from './azure-tokens';
import type { Limits } from './limits';
import { readHeader, type Route, type RouteRequest, type RouteResponse } from './route';
import type { DirectLineSentences } from './sentences';
import { createUserId } from './unguessable';

interface Dependencies {
  /** Undefined: this server is the Direct Line. */
  readonly askAzure: AskAzure | undefined;
  readonly limits: Pick<Limits, 'start'>;
  readonly sentences: DirectLineSentences;
  /** Pages that may use a token of Azure, besides the one that asks for it. */
  readonly trustedOrigins: readonly string[];
  /** Issues a token of our own. */
  readonly generate: (request: RouteRequest) => Promise<RouteResponse>;
  /** Begins a conversation of our own. */
  readonly begin: (request: RouteRequest) => Promise<RouteResponse>;
  /** The origin of streams (`wss://…`) as this client reaches us. */
  readonly readStreamOrigin: (request: RouteRequest) => string | undefined;
}

const SMALL_BODY = 4 * 1024;
const beginBody = z.object({ begin: z.literal(true) });

/**
 * The one address a chat asks for its token: `{conversationId, token, expires_in, domain}`, from Azure or from here.
 * `domain` is where the chat is served, in the sense of Direct Line clients. Our own chat saves a way to the server: to
 * `{begin: true, locale}` the answer is that of a conversation begun, with its `streamUrl`; Azure's has none.
 */
export function createTokenRoute(dependencies: Dependencies): Route {
  const { askAzure, limits, sentences, trustedOrigins, generate, begin, readStreamOrigin } = dependencies;

  const own = async (request: RouteRequest): Promise<RouteResponse> => {
    const origin = readStreamOrigin(request);
    if (origin === undefined) return refuse(400, 'BadArgument', 'The Host header names no host.');
    const begins = request.body.kind === 'json' && beginBody.safeParse(request.body.value).success;
    const response = await (begins ? begin(request) : generate(request));
    if (response.status >= 300) return response;
    const domain = `${origin.replace(/^ws/, 'http')}/v3/directline`;
    return { ...response, body: { ...(response.body as object), domain } };
  };
  const fromAzure = async (ask: AskAzure, request: RouteRequest): Promise<RouteResponse> => {
    const seconds = await limits.start(request.remoteAddress);
    if (seconds !== undefined) {
      return refuse(429, 'TooManyRequests', sentences.tooManyMessages, { 'Retry-After': String(seconds) });
    }
    // Azure lets no other page use the token: the one that asks is allowed here, and is often this server's own.
    const origin = readHeader(request, 'origin');
    const origins = new Set(origin === undefined ? trustedOrigins : [...trustedOrigins, origin]);
    const token = await ask(createUserId(), [...origins]);
    if (token === undefined) return refuse(502, 'BotUnavailable', sentences.unavailable);
    const { conversationId, expiresIn, domain } = token;
    return answer(200, { conversationId, token: token.token, expires_in: expiresIn, domain });
  };

  return {
    method: 'POST',
    path: '/api/chat/token',
    maxBodyBytes: SMALL_BODY,
    handler: (request) => (askAzure === undefined ? own(request) : fromAzure(askAzure, request)),
  };
}
