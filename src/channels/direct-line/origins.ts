import { readHeader, type RouteRequest } from './route';

type Headers = Readonly<Record<string, string>>;

/** Which web pages may talk to the chat, and what a browser has to be told about it. */
export interface Origins {
  /** True when the request names no page (not a browser), our own origin, or one on the list. */
  isAllowed(request: Pick<RouteRequest, 'headers'>): boolean;
  /** Headers that let an allowed page read the answer; none for other pages. */
  readable(request: Pick<RouteRequest, 'headers'>): Headers;
  /** Headers that answer a browser's preflight for the given methods. */
  preflight(request: Pick<RouteRequest, 'headers'>, methods: readonly string[]): Headers;
}

interface Dependencies {
  /** Origins other than our own, such as `https://clinic.example`. */
  readonly allowedOrigins: readonly string[];
  /** Our own origin as patients see it; undefined: whatever host a request names. */
  readonly publicUrl?: string | undefined;
}

/** What directlinejs 0.15 and Web Chat 4.18 send besides the safelisted headers. */
const REQUEST_HEADERS = 'authorization, content-type, x-ms-bot-agent, x-requested-with';
/** Browsers forget a preflight after this many seconds; Chromium keeps none longer than two hours. */
const PREFLIGHT_SECONDS = '7200';

export function createOrigins({ allowedOrigins, publicUrl }: Dependencies): Origins {
  const allowed = new Set(allowedOrigins.map((origin) => origin.toLowerCase()));
  if (publicUrl !== undefined) allowed.add(new URL(publicUrl).origin);

  const isOwn = (origin: string, host: string | undefined): boolean =>
    host !== undefined && /^https?:\/\//.test(origin) && origin.replace(/^https?:\/\//, '') === host.toLowerCase();

  const allowedOrigin = (request: Pick<RouteRequest, 'headers'>): string | undefined => {
    const origin = readHeader(request, 'origin');
    if (origin === undefined) return undefined;
    const asked = origin.toLowerCase();
    return allowed.has(asked) || isOwn(asked, readHeader(request, 'host')) ? origin : undefined;
  };

  const readable = (request: Pick<RouteRequest, 'headers'>): Headers => {
    const origin = allowedOrigin(request);
    if (origin === undefined) return { Vary: 'Origin' };
    return {
      Vary: 'Origin',
      'Access-Control-Allow-Origin': origin,
      // The session id is asked for "with credentials"; this server sets no cookie, so there is nothing to protect.
      'Access-Control-Allow-Credentials': 'true',
      'Access-Control-Expose-Headers': 'Retry-After',
    };
  };

  return {
    isAllowed: (request) => readHeader(request, 'origin') === undefined || allowedOrigin(request) !== undefined,
    readable,
    preflight(request, methods) {
      const headers = readable(request);
      if (headers['Access-Control-Allow-Origin'] === undefined) return headers;
      return {
        ...headers,
        'Access-Control-Allow-Methods': methods.join(', '),
        'Access-Control-Allow-Headers': REQUEST_HEADERS,
        'Access-Control-Max-Age': PREFLIGHT_SECONDS,
      };
    },
  };
}
