import type { IncomingHttpHeaders } from 'node:http';
import type { Request, Response } from 'restify';
import type { Origins } from '../../channels/direct-line/origins';

/** Why the chat does not show in a page, for the operator's log. */
export interface SetupFault {
  readonly reason: 'origin' | 'frame';
  /** The page's scheme and host; empty where it names none. */
  readonly page: string;
  readonly remedy: string;
}

/**
 * Tells a page why the chat does not show in it, for the console of whoever set it up. Any page may ask, and hears only of
 * itself. The widget asks when its frame stays empty, so that the operator is told, too.
 */
export function sendSetup(
  { headers }: Request,
  response: Response,
  origins: Pick<Origins, 'isAllowed'>,
  onBlocked: (fault: SetupFault) => void = () => undefined,
): void {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  const isAllowed = origins.isAllowed({ headers });
  const body = JSON.stringify({ fault: isAllowed ? FRAME_REFUSED : originRefused(headers.origin ?? 'this page') });
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
  if (!isBrowser(headers)) return;
  const page = pageOf(headers);
  onBlocked(
    isAllowed
      ? { reason: 'frame', page, remedy: FRAME_REFUSED }
      : { reason: 'origin', page, remedy: 'if it is a page of yours, add it to ALLOWED_ORIGINS' },
  );
}

const FRAME_REFUSED = 'the frame of the chat is refused: see frame-src of this page, X-Frame-Options of a proxy';

const originRefused = (page: string): string => `${page} is not in ALLOWED_ORIGINS of the assistant`;

const isBrowser = (headers: IncomingHttpHeaders): boolean =>
  headers.origin !== undefined || headers['sec-fetch-mode'] !== undefined;

function pageOf({ origin = '' }: IncomingHttpHeaders): string {
  return /^https?:\/\/[\w.:[\]-]{1,120}$/i.test(origin) ? origin : '';
}
