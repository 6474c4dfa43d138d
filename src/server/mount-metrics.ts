import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import type { Metrics } from './metrics';
import { sendError } from './send-error';

/** Serves `GET /metrics` for Prometheus: to whoever knows the token or, where there is none, to this machine alone. */
export function mountMetrics(server: Server, metrics: Metrics, token: string | undefined): void {
  const answer = async (request: Request, response: Response): Promise<void> => {
    if (!isAllowed(request, token)) {
      sendError(response, 403);
      return;
    }
    const text = await metrics.text();
    response.sendRaw(200, text, { 'Content-Type': metrics.contentType });
  };
  server.get('/metrics', answer);
  server.head('/metrics', answer);
}

function isAllowed(request: Request, token: string | undefined): boolean {
  if (token !== undefined) return isEqual(request.headers.authorization ?? '', `Bearer ${token}`);
  // A proxy on this machine makes every visitor look local; it also says for whom it asks.
  const forwarded = request.headers['x-forwarded-for'] ?? request.headers['forwarded'];
  return forwarded === undefined && /^(::ffff:)?127\.|^::1$/.test(request.socket.remoteAddress ?? '');
}

/** In the same time whatever differs. */
function isEqual(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
