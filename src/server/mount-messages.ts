import type { Activity, TurnContext } from 'botbuilder';
import type { Request, Response, Server } from 'restify';
import type { Logger } from 'pino';
import type { BotFrameworkAccess } from '../channels/bot-framework/access';
import { assessActivity } from '../channels/bot-framework/assess-activity';
import type { HttpAdapter } from '../channels/bot-framework/http-adapter';
import { isLoopbackUrl } from '../channels/bot-framework/loopback';
import { describeError, hashId } from './create-log';
import { findProxy } from './find-proxy';
import { type Outcome, refused, sendOutcome } from './outcome';
import { BODY_PATIENCE, type BodyLimits, readBody } from './read-body';
import { readActivity } from './read-activity';
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
  /** The variables by which the operator says that there is a proxy in front. */
  readonly proxies: readonly string[];
}

/** Serves `POST /api/messages`: what Bot Framework channels, the Emulator and the Agents Playground post to. */
export function mountMessages(server: Server, dependencies: MessagesDependencies): void {
  server.post('/api/messages', async (request: Request, response: Response) => {
    const outcome = await dependencies.work.track(takeRequest(request, dependencies));
    sendOutcome(outcome, request, response);
  });
}

async function takeRequest(request: Request, dependencies: MessagesDependencies): Promise<Outcome> {
  const { access, log, proxies } = dependencies;
  if (access.kind === 'local') {
    const proxy = findProxy(request, proxies);
    if (proxy !== undefined || !isLoopbackUrl(`http://${request.headers.host ?? ''}`)) {
      const through = proxy ?? 'another host name';
      log.warn({ through }, 'refused a request from elsewhere: without MicrosoftAppId only this machine is answered');
      return {
        kind: 'refused',
        status: 403,
        words: `Only this machine is served; this request came through ${through}.`,
      };
    }
  } else if (!BEARER.test(request.headers.authorization ?? '')) {
    // Whoever shows no token is not worth reading a body of 256 kB.
    return { kind: 'refused', status: 401, unread: true };
  }
  const body = await readBody(request, BODY_LIMITS);
  switch (body.kind) {
    case 'json': {
      const activity = readActivity(body.value);
      if (activity === undefined) return refused(400);
      return takeActivity(activity, request.headers.authorization ?? '', dependencies);
    }
    case 'not-json':
      return refused(400);
    case 'unsupported':
      return { kind: 'refused', status: 415, unread: true };
    case 'too-large':
      return { kind: 'refused', status: 413, unread: true };
    case 'too-slow':
      return { kind: 'refused', status: 408, unread: true };
    case 'gone':
      return body;
    default:
      return body satisfies never;
  }
}

async function takeActivity(
  activity: Activity,
  authorization: string,
  { log, access, adapter, turn, limit, work }: MessagesDependencies,
): Promise<Outcome> {
  const sender = await adapter.authenticate(activity, authorization).catch((error: unknown) => readRefusal(error, log));
  if (typeof sender === 'number') return refused(sender);
  const refusal = assessActivity(activity, access);
  if (refusal !== undefined) {
    log.warn({ conversation: hashId(activity.conversation.id), refusal }, 'refused an activity');
    return refused(403);
  }
  const wait = await limit(activity);
  if (wait !== undefined) return { kind: 'refused', status: 429, retryAfter: wait };
  if (work.size > MOST_REQUESTS) return { kind: 'refused', status: 503, retryAfter: 1 };
  const result = await adapter.run(sender, activity, turn);
  return { kind: 'done', status: result?.status ?? 200, body: result?.body as unknown };
}

/** AuthenticationError is the sender's fault; anything else means the keys that check a token could not be had. */
function readRefusal(error: unknown, log: Logger): 401 | 403 {
  const status = (error as { readonly statusCode?: unknown }).statusCode;
  if (status === 401 || status === 403) return status;
  log.error({ err: describeError(error) }, 'a token could not be checked');
  return 401;
}
