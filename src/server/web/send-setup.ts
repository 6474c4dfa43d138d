import type { Request, Response } from 'restify';
import type { Origins } from '../../channels/direct-line/origins';

/**
 * Tells a page why the chat does not show in it, for the console of whoever set it up. Any page may ask, and hears only of
 * itself.
 */
export function sendSetup(request: Request, response: Response, origins: Pick<Origins, 'isAllowed'>): void {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  const body = JSON.stringify({ fault: findFault(request, origins) });
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}

function findFault({ headers }: Request, origins: Pick<Origins, 'isAllowed'>): string {
  return origins.isAllowed({ headers })
    ? 'the frame of the chat is refused: see frame-src of this page, X-Frame-Options of a proxy'
    : `${headers.origin ?? 'this page'} is not in ALLOWED_ORIGINS of the assistant`;
}
