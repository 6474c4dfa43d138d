import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Activity } from 'botbuilder';
import { createActivityRoutes } from './activity-routes';
import { createAzureTokens, type AskAzure } from './azure-tokens';
import { createConversationRoutes } from './conversation-routes';
import type { ConversationLog } from '../../bot/ports/conversation-log';
import { createConversations, type Person } from './conversations';
import { guardRoutes } from './guard';
import { LIMIT_DEFAULTS, type LimitSettings } from './limit-settings';
import { createLimits } from './limits';
import { type BareAnswer, createNeed, type Need } from './need';
import { createOrigins } from './origins';
import type { Route, RouteRequest } from './route';
import { runTurn, type BotDependencies } from './run-turn';
import type { DirectLineSentences } from './sentences';
import { readStreamOrigin } from './stream-url';
import { isStorageTrouble } from './storage-trouble';
import { createStreams, type Streams, type Writing } from './streams';
import { createTokenRoute } from './token-route';
import { createTokens, type TokenSettings } from './tokens';
import { createTurns } from './turns';

/** What the self-hosted Direct Line needs. */
export interface DirectLineDependencies extends Omit<BotDependencies, 'show'> {
  readonly log: ConversationLog;
  /** At least 32 bytes; the same after a restart and on each instance. */
  readonly signingKey: Uint8Array;
  /** Keys that signed tokens before. */
  readonly formerKeys?: readonly Uint8Array[] | undefined;
  readonly sentences: DirectLineSentences;
  /** Pages elsewhere that may use the chat. */
  readonly allowedOrigins: readonly string[];
  /** Our own origin as patients see it; undefined: the host a request names. */
  readonly publicUrl?: string | undefined;
  /** True behind a proxy of ours: then `X-Forwarded-Proto` is believed. */
  readonly behindProxy: boolean;
  /** Set where Azure serves the chat: this server then only gets the tokens. */
  readonly azure?: { readonly secret: string; readonly baseUrl?: string; readonly timeoutMs?: number } | undefined;
  /** Deletes what is kept of a person in a conversation, said and remembered. */
  readonly erase: (person: Person) => Promise<void>;
  /** What the bot says of a message that waits for a database which cannot serve; undefined: nothing. */
  readonly answerWithoutStorage?: ((activity: Activity) => BareAnswer) | undefined;
  /** Told what was said so. */
  readonly onBareAnswer?: ((kind: BareAnswer['kind']) => void) | undefined;
  /** Shows that a person of the staff is writing. */
  readonly writing?: Writing | undefined;
  /** Told of failures. Nothing a patient wrote is in the fields; an error's message may hold anything. */
  readonly logger: { warn(fields: object, message: string): void; error(fields: object, message: string): void };
  readonly limits?: Partial<LimitSettings>;
  readonly tokenSettings?: Partial<TokenSettings>;
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
  /** How many more conversations can be kept, as of a few seconds ago. */
  room(): Promise<number>;
  /** Has the bot answer what a crash left unanswered, and goes on looking for it. */
  readonly start: () => void;
  /** Ends the streams and waits for turns under way. */
  stop(): Promise<void>;
}

const STREAM_PATH = /^\/v3\/directline\/conversations\/[^/?]+\/stream(\?|$)/;

/** Wires the self-hosted Direct Line. */
export function createDirectLine(dependencies: DirectLineDependencies): DirectLine {
  const { log, sentences, party, logger, publicUrl } = dependencies;
  const settings: LimitSettings = { ...LIMIT_DEFAULTS, ...dependencies.limits };
  const report = (message: string) => (error: unknown) => logger.error({ err: error }, message);
  const tokens = createTokens({
    signingKey: dependencies.signingKey,
    formerKeys: dependencies.formerKeys,
    ...(dependencies.tokenSettings && { settings: dependencies.tokenSettings }),
    ...(dependencies.now && { now: dependencies.now }),
  });
  const origins = createOrigins(dependencies);
  const limits = createLimits(settings);
  const streams = createStreams({
    log,
    tokens,
    origins,
    limits: settings,
    onFailure: report('A stream failed'),
    writing: dependencies.writing,
  });
  const bot: BotDependencies = { ...dependencies, show: streams.show };
  const need = createNeedOf(dependencies, streams.show);
  const turns = createTurns({
    log,
    run: async (conversationId, claim) => {
      const { conversation, entry } = claim;
      if (conversation === undefined) return;
      const finish = (): Promise<void> => log.finishTurn(conversationId, claim);
      await runTurn(bot, { conversation, trigger: entry.activity }, finish);
      need?.answered(entry.activity.id);
    },
    isStorageTrouble,
    onFailure: report('A turn failed outside the bot'),
  });
  const conversations = createConversations({
    log,
    turns,
    party,
    most: settings.conversations,
    erase: dependencies.erase,
  });
  const common = {
    conversations,
    tokens,
    limits,
    sentences,
    readStreamOrigin: (request: RouteRequest) => readStreamOrigin(request, dependencies),
  };
  const { generate, begin, routes } = createConversationRoutes({
    ...common,
    touch: (conversationId) => log.touch(conversationId),
    endStreams: streams.end,
  });
  const tokenRoute = createTokenRoute({
    ...common,
    askAzure: createAskAzure(dependencies),
    trustedOrigins: [...(publicUrl === undefined ? [] : [publicUrl]), ...dependencies.allowedOrigins],
    generate,
    begin,
  });
  const activityRoutes = createActivityRoutes({
    ...common,
    log,
    settings,
    party,
    need,
    onFailure: report('A message could not be kept'),
    wake: turns.wake,
    show: streams.show,
  });

  return {
    routes: guardRoutes([tokenRoute, ...routes, ...activityRoutes], {
      origins,
      sentences,
      onFailure: report('A request to the chat failed'),
    }),
    upgrade(request, socket, head, remoteAddress = request.socket.remoteAddress ?? '') {
      if (!STREAM_PATH.test(request.url ?? '')) return false;
      streams.open(request, socket, head, remoteAddress);
      return true;
    },
    get streams() {
      return streams.size;
    },
    room: async () => Math.max(0, settings.conversations - (await log.count())),
    start: turns.start,
    async stop() {
      streams.stop();
      need?.stop();
      await turns.stop();
    },
  };
}

function createNeedOf(
  { answerWithoutStorage, onBareAnswer, log, party }: DirectLineDependencies,
  show: Streams['show'],
): Need | undefined {
  return answerWithoutStorage && createNeed({ answer: answerWithoutStorage, log, party, show, onBareAnswer });
}

function createAskAzure({ azure, logger }: DirectLineDependencies): AskAzure | undefined {
  const onFailure = (reason: string): void => logger.warn({ reason }, 'Azure Direct Line gave no token');
  return azure && createAzureTokens({ ...azure, onFailure });
}
