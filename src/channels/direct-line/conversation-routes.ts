import { z } from 'zod';
import { answer, refuse } from './answer';
import { authorize } from './authorize';
import type { Conversations } from './conversations';
import type { Limits } from './limits';
import type { Route, RouteBody, RouteRequest, RouteResponse } from './route';
import type { DirectLineSentences } from './sentences';
import type { TokenHolder, Tokens } from './tokens';
import { createConversationId, createUserId } from './unguessable';
import { readWatermark } from './watermark';

interface Dependencies {
  readonly conversations: Conversations;
  readonly tokens: Tokens;
  readonly limits: Limits;
  readonly sentences: DirectLineSentences;
  /** The origin of streams (`wss://…`) as this client reaches us. */
  readonly readStreamOrigin: (request: RouteRequest) => string | undefined;
  /** Somebody is here: the conversation is kept on. */
  readonly touch: (conversationId: string) => Promise<void>;
  /** Ends the open streams of a conversation. */
  readonly endStreams: (conversationId: string) => void;
}

const SMALL_BODY = 4 * 1024;
const CREATED = 201;
const OK = 200;

const startBody = z.object({ locale: z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}$/) });

/** Beginning, finding again and ending a conversation; and what another route does, too: issuing a token, beginning at once. */
export function createConversationRoutes(dependencies: Dependencies): {
  readonly routes: readonly Route[];
  readonly generate: Route['handler'];
  /** Begins a new conversation without a token asked for before. */
  readonly begin: Route['handler'];
} {
  const { conversations, tokens, limits, sentences, touch, endStreams } = dependencies;
  const wait = (seconds: number): RouteResponse =>
    refuse(429, 'TooManyRequests', sentences.tooManyMessages, { 'Retry-After': String(seconds) });

  const checkRoom = async (request: RouteRequest): Promise<RouteResponse | undefined> => {
    const seconds = await limits.start(request.remoteAddress);
    if (seconds !== undefined) return wait(seconds);
    return (await conversations.isFull()) ? refuse(503, 'TooManyConversations', sentences.unavailable) : undefined;
  };
  const checkRenewal = async (request: RouteRequest): Promise<RouteResponse | undefined> => {
    const seconds = await limits.renewal(request.remoteAddress);
    return seconds === undefined ? undefined : wait(seconds);
  };

  const generate = async (request: RouteRequest): Promise<RouteResponse> => {
    const refusal = await checkRoom(request);
    if (refusal !== undefined) return refusal;
    return answer(OK, await ticket({ user: createUserId(), conversation: createConversationId() }, tokens));
  };

  const refresh = async (request: RouteRequest): Promise<RouteResponse> => {
    const who = await authorize(tokens, request, { renewable: true });
    if (who.kind === 'refused') return who.response;
    const refusal = await checkRenewal(request);
    if (refusal !== undefined) return refusal;
    await touch(who.conversation);
    return answer(OK, await ticket(who, tokens));
  };

  /**
   * Enters the conversation of a token, with one welcome in its life. One that is kept no longer begins anew: at "not
   * found" the real clients fall silent without telling anybody.
   */
  const enter = async (request: RouteRequest, who: TokenHolder, locale?: string): Promise<RouteResponse> => {
    const origin = dependencies.readStreamOrigin(request);
    if (origin === undefined) return refuse(400, 'BadArgument', 'The Host header names no host.');
    const found = await conversations.find(who);
    const refusal = await (found === undefined ? checkRoom(request) : checkRenewal(request));
    if (refusal !== undefined) return refusal;
    await conversations.begin(who, found?.locale ?? locale);
    // What is said in a conversation that begins anew is counted anew.
    const watermark = found === undefined ? 0 : readWatermark(request.query['watermark']);
    const streamUrl = `${origin}${streamPath(who)}?watermark=${watermark}&t=${await tokens.issueForStream(who)}`;
    return answer(found === undefined ? CREATED : OK, { ...(await ticket(who, tokens)), streamUrl });
  };

  const start = async (request: RouteRequest): Promise<RouteResponse> => {
    const who = await authorize(tokens, request, { renewable: true });
    return who.kind === 'refused' ? who.response : enter(request, who, readLocale(request.body));
  };

  const begin = (request: RouteRequest): Promise<RouteResponse> =>
    enter(request, { user: createUserId(), conversation: createConversationId() }, readLocale(request.body));

  const reconnect = async (request: RouteRequest): Promise<RouteResponse> => {
    const conversationId = request.params['conversationId'];
    const who = await authorize(tokens, request, { conversationId, renewable: true });
    return who.kind === 'refused' ? who.response : enter(request, who);
  };

  const forget = async (request: RouteRequest): Promise<RouteResponse> => {
    const conversationId = request.params['conversationId'];
    const who = await authorize(tokens, request, { conversationId, renewable: true });
    if (who.kind === 'refused') return who.response;
    await conversations.forget(who);
    endStreams(who.conversation);
    return answer(204);
  };

  const session = async (request: RouteRequest): Promise<RouteResponse> => {
    const who = await authorize(tokens, request, { renewable: false });
    return who.kind === 'refused' ? who.response : answer(OK, { sessionId: who.conversation });
  };

  const conversation = '/v3/directline/conversations/:conversationId';
  const routes: readonly Route[] = [
    { method: 'POST', path: '/v3/directline/tokens/generate', maxBodyBytes: SMALL_BODY, handler: generate },
    { method: 'POST', path: '/v3/directline/tokens/refresh', maxBodyBytes: SMALL_BODY, handler: refresh },
    { method: 'POST', path: '/v3/directline/conversations', maxBodyBytes: SMALL_BODY, handler: start },
    { method: 'GET', path: conversation, maxBodyBytes: 0, handler: reconnect },
    { method: 'DELETE', path: conversation, maxBodyBytes: 0, handler: forget },
    { method: 'GET', path: '/v3/directline/session/getsessionid', maxBodyBytes: 0, handler: session },
  ];
  return { routes, generate, begin };
}

const streamPath = ({ conversation }: TokenHolder): string => `/v3/directline/conversations/${conversation}/stream`;

async function ticket(
  holder: TokenHolder,
  tokens: Tokens,
): Promise<{ readonly conversationId: string; readonly token: string; readonly expires_in: number }> {
  const token = await tokens.issue(holder);
  return { conversationId: holder.conversation, token, expires_in: tokens.lifetimeSeconds };
}

function readLocale(body: RouteBody): string | undefined {
  return body.kind === 'json' ? startBody.safeParse(body.value).data?.locale : undefined;
}
