import type { Activity, TurnContext } from 'botbuilder';
import type { Request, Response, Server } from 'restify';
import type { Logger } from 'pino';
import type { BotFrameworkAccess } from '../channels/bot-framework/access';
import { assessActivity } from '../channels/bot-framework/assess-activity';
import type { HttpAdapter } from '../channels/bot-framework/http-adapter';
import { isLoopbackUrl } from '../channels/bot-framework/loopback';
import { readTokenFault } from '../channels/bot-framework/read-token-fault';
import { RefusedSender } from '../channels/bot-framework/refused-sender';
import { findProxy } from './find-proxy';
import { type Outcome, refused, sendOutcome } from './outcome';
import { BODY_PATIENCE, type BodyLimits, readBody } from './read-body';
import { readActivity } from './read-activity';
import type { Metrics } from './metrics';
import { type RefusalLog, type RefusalReason, createRefusalLog } from './refusal-log';
import type { ErrorStatus } from './send-error';
import type { TurnLimit } from './turn-limit';
import type { WorkInProgress } from './work-in-progress';

/** 256 kB: a Teams activity with a card is below 28 kB; 10,000 Arabic characters are 20 kB. */
const BODY_LIMITS: BodyLimits = { bytes: 256 * 1024, milliseconds: BODY_PATIENCE };

/** Requests in hand at the same time before new ones are told to come later; each holds some memory. */
const MOST_REQUESTS = 1000;

/** The form of a signed token; whether it is good is asked later. */
const BEARER = /^Bearer +[\w-]+\.[\w-]+\.[\w-]+$/i;

/** What the door of Bot Framework channels needs. */
export interface MessagesDependencies {
  readonly log: Logger;
  readonly access: BotFrameworkAccess;
  readonly adapter: Pick<HttpAdapter, 'authenticate' | 'run'>;
  readonly turn: (context: TurnContext) => Promise<void>;
  readonly limit: TurnLimit;
  readonly work: WorkInProgress;
  readonly metrics: Pick<Metrics, 'refused'>;
  /** The variables by which the operator says that there is a proxy in front. */
  readonly proxies: readonly string[];
}

/** Serves `POST /api/messages`: what Bot Framework channels, the Emulator and the Agents Playground post to. */
export function mountMessages(server: Server, dependencies: MessagesDependencies): void {
  const note = createRefusalLog(dependencies.log, undefined, (reason) =>
    dependencies.metrics.refused('messages', reason),
  );
  server.post('/api/messages', async (request: Request, response: Response) => {
    const outcome = await dependencies.work.track(takeRequest(request, { ...dependencies, note }));
    await sendOutcome(outcome, request, response);
  });
}

type Taking = MessagesDependencies & { readonly note: RefusalLog };

async function takeRequest(request: Request, dependencies: Taking): Promise<Outcome> {
  const { access, proxies, note } = dependencies;
  const refuse = (status: ErrorStatus, reason: RefusalReason): Outcome => {
    note(status, reason);
    return { kind: 'refused', status, unread: reason === 'body' };
  };
  if (access.kind === 'local') {
    const proxy = findProxy(request, proxies);
    if (proxy !== undefined || !isLoopbackUrl(`http://${request.headers.host ?? ''}`)) {
      const through = proxy ?? 'another host name';
      note(403, 'not-local', { through });
      return {
        kind: 'refused',
        status: 403,
        words: `Only this machine is served; this request came through ${through}.`,
      };
    }
  } else if (!BEARER.test(request.headers.authorization ?? '')) {
    // Whoever shows no token is not worth reading a body of 256 kB.
    note(401, readTokenFault(request.headers.authorization ?? '', access.appId, Date.now()));
    return { kind: 'refused', status: 401, unread: true };
  }
  const body = await readBody(request, BODY_LIMITS);
  switch (body.kind) {
    case 'json': {
      const activity = readActivity(body.value);
      if (activity === undefined) return refuse(400, 'malformed');
      return takeActivity(activity, request.headers.authorization ?? '', dependencies);
    }
    case 'not-json':
      return refuse(400, 'malformed');
    case 'unsupported':
      return refuse(415, 'body');
    case 'too-large':
      return refuse(413, 'body');
    case 'too-slow':
      return refuse(408, 'body');
    case 'gone':
      return body;
    default:
      return body satisfies never;
  }
}

async function takeActivity(
  activity: Activity,
  authorization: string,
  { log, access, adapter, turn, limit, work, note }: Taking,
): Promise<Outcome> {
  const sender = await adapter
    .authenticate(activity, authorization)
    .catch((error: unknown) => readRefusal(error, authorization, access, log));
  if ('reason' in sender) {
    if (sender.reason !== undefined) note(sender.status, sender.reason);
    return refused(sender.status);
  }
  const refusal = assessActivity(activity, access);
  if (refusal !== undefined) {
    note(403, refusal);
    return refused(403);
  }
  const wait = await limit(activity);
  if (wait !== undefined) {
    note(429, 'too-many');
    return { kind: 'refused', status: 429, retryAfter: wait };
  }
  if (work.size > MOST_REQUESTS) {
    note(503, 'busy');
    return { kind: 'refused', status: 503, retryAfter: 1 };
  }
  const result = await adapter.run(sender, activity, turn);
  return { kind: 'done', status: result?.status ?? 200, body: result?.body as unknown };
}

/** Undefined reason: the log has a line of its own. */
interface SenderRefusal {
  readonly status: 401 | 403;
  readonly reason: RefusalReason | undefined;
}

/** AuthenticationError is the sender's fault; anything else means the keys that check a token could not be had. */
function readRefusal(error: unknown, authorization: string, access: BotFrameworkAccess, log: Logger): SenderRefusal {
  if (error instanceof RefusedSender) return { status: 403, reason: error.reason };
  const status = (error as { readonly statusCode?: unknown }).statusCode;
  const isTokenError = error instanceof Error && TOKEN_ERRORS.has(error.name);
  if (status === 401 || status === 403 || isTokenError) {
    const appId = access.kind === 'azure' ? access.appId : '';
    return { status: status === 403 ? 403 : 401, reason: readTokenFault(authorization, appId, Date.now()) };
  }
  log.error({ err: error }, 'a token could not be checked');
  return { status: 401, reason: undefined };
}

/** What Bot Framework lets through of its token library. */
const TOKEN_ERRORS: ReadonlySet<string> = new Set(['NotBeforeError', 'JsonWebTokenError', 'TokenExpiredError']);
