import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { createActivityRoutes } from './activity-routes';
import { createAzureTokens } from './azure-tokens';
import { createConversationRoutes } from './conversation-routes';
import type { Claim, ConversationLog } from './conversation-log';
import { createConversations } from './conversations';
import { guardRoutes } from './guard';
import { LIMIT_DEFAULTS, type LimitSettings } from './limit-settings';
import { createLimits } from './limits';
import { createOrigins } from './origins';
import type { Party } from './party';
import type { Route, RouteRequest } from './route';
import { runTurn, type BotDependencies } from './run-turn';
import type { DirectLineSentences } from './sentences';
import { readStreamOrigin } from './stream-url';
import { createStreams } from './streams';
import { createTokenRoute } from './token-route';
import { createTokens, type TokenSettings } from './tokens';
import { createTurns } from './turns';

/** What the self-hosted Direct Line needs. */
export interface DirectLineDependencies extends BotDependencies {
  readonly log: ConversationLog;
  /** At least 32 bytes; the same after a restart and on each instance. */
  readonly signingKey: Uint8Array;
  readonly sentences: DirectLineSentences;
  /** How the bot is called in conversations. */
  readonly party: Party;
  /** Pages elsewhere that may use the chat. */
  readonly allowedOrigins: readonly string[];
  /** Our own origin as patients see it; undefined: the host a request names. */
  readonly publicUrl?: string | undefined;
  /** True behind a proxy of ours: then `X-Forwarded-Proto` is believed. */
  readonly behindProxy: boolean;
  /** Set where Azure serves the chat: this server then only gets the tokens. */
  readonly azure?: { readonly secret: string; readonly baseUrl?: string; readonly timeoutMs?: number } | undefined;
  /** Deletes what the bot remembers of a conversation. */
  readonly forgetState: (conversation: { readonly id: string; readonly userId: string }) => Promise<void>;
  /** Told of failures. Nothing a patient wrote is in the fields; an error's message may hold anything. */
  readonly logger: { warn(fields: object, message: string): void; error(fields: object, message: string): void };
  readonly limits?: Partial<LimitSettings>;
  readonly tokenSettings?: Partial<TokenSettings>;
  /** Milliseconds; see `createTurns`. */
  readonly turnSettings?: { readonly sweepMs?: number; readonly turnMs?: number };
  /** Milliseconds since 1970, for tokens. */
  readonly now?: () => number;
}

/** The site's own chat: Direct Line 3.0 without Azure. */
export interface DirectLine {
  /** To be mounted as they are. */
  readonly routes: readonly Route[];
  /** Takes over connections to `/v3/directline/conversations/{id}/stream`; false for any other address. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, remoteAddress?: string): boolean;
  /** Open streams. */
  readonly streams: number;
  /** Answers what a crash left unanswered, and goes on looking for it. */
  start(): void;
  /** Ends the streams and waits for turns under way. */
  stop(): Promise<void>;
}

const STREAM_PATH = /^\/v3\/directline\/conversations\/[^/?]+\/stream(\?|$)/;

/** Wires the self-hosted Direct Line. Nothing runs before `start`. */
export function createDirectLine(dependencies: DirectLineDependencies): DirectLine {
  const { log, sentences, party: bot, logger, allowedOrigins, publicUrl, azure } = dependencies;
  const settings: LimitSettings = { ...LIMIT_DEFAULTS, ...dependencies.limits };
  const failed =
    (message: string) =>
    (error: unknown): void =>
      logger.error({ err: error }, message);
  const tokens = createTokens({
    signingKey: dependencies.signingKey,
    ...(dependencies.tokenSettings && { settings: dependencies.tokenSettings }),
    ...(dependencies.now && { now: dependencies.now }),
  });
  const origins = createOrigins({ allowedOrigins, publicUrl });
  const limits = createLimits(settings);
  const streams = createStreams({ log, tokens, origins, limits: settings, onFailure: failed('A stream failed') });
  const turns = createTurns({
    log,
    run: createTurn(dependencies, streams.show),
    onFailure: failed('A turn failed'),
    ...dependencies.turnSettings,
  });
  const conversations = createConversations({
    log,
    turns,
    bot,
    most: settings.conversations,
    forgetState: dependencies.forgetState,
  });
  const common = {
    conversations,
    tokens,
    limits,
    sentences,
    readStreamOrigin: (request: RouteRequest) => readStreamOrigin(request, dependencies),
  };
  const { generate, routes } = createConversationRoutes({ ...common, endStreams: streams.end });
  const tokenRoute = createTokenRoute({
    ...common,
    askAzure:
      azure &&
      createAzureTokens({
        ...azure,
        onFailure: (reason) => logger.warn({ reason }, 'Azure Direct Line gave no token'),
      }),
    trustedOrigins: publicUrl === undefined ? allowedOrigins : [publicUrl, ...allowedOrigins],
    generate,
  });
  const activityRoutes = createActivityRoutes({ ...common, log, settings, bot, wake: turns.wake, show: streams.show });

  return {
    routes: guardRoutes([tokenRoute, ...routes, ...activityRoutes], {
      origins,
      sentences,
      onFailure: failed('A request to the chat failed'),
    }),
    upgrade(request, socket, head, remoteAddress = request.socket.remoteAddress ?? '') {
      if (!STREAM_PATH.test(request.url ?? '')) return false;
      streams.open(request, socket, head, remoteAddress);
      return true;
    },
    get streams() {
      return streams.size;
    },
    start: turns.start,
    async stop() {
      streams.stop();
      await turns.stop();
    },
  };
}

/** How one logged activity is answered: by the bot, and by an apology where the bot cannot. */
function createTurn(
  dependencies: DirectLineDependencies,
  show: (conversationId: string, activity: Readonly<Record<string, unknown>>) => void,
): (conversationId: string, claim: Claim) => Promise<void> {
  const { log, party: bot } = dependencies;
  return async (conversationId, { entry }) => {
    const conversation = await log.find(conversationId);
    if (conversation === undefined) return;
    await runTurn(dependencies, { log, conversation, bot, trigger: entry.activity, show });
  };
}
