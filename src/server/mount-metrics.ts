import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { findProxy } from './find-proxy';
import type { Metrics } from './metrics';
import { sendError } from './send-error';

/** Serves `GET /metrics` for Prometheus: to whoever knows the token or, where there is none, to this machine alone. */
export function mountMetrics(
  server: Server,
  metrics: Metrics,
  token: string | undefined,
  proxies: readonly string[],
): void {
  const answer = async (request: Request, response: Response): Promise<void> => {
    const refusal = refusalOf(request, token, proxies);
    if (refusal !== undefined) {
      sendError(response, 403, refusal === '' ? undefined : refusal);
      return;
    }
    const text = await metrics.text();
    response.sendRaw(200, text, { 'Content-Type': metrics.contentType });
  };
  server.get('/metrics', answer);
  server.head('/metrics', answer);
}

/** Why a request is refused; empty where the usual words do. */
function refusalOf(request: Request, token: string | undefined, proxies: readonly string[]): string | undefined {
  if (token !== undefined) return isEqual(request.headers.authorization ?? '', `Bearer ${token}`) ? undefined : '';
  // A proxy on this machine makes every visitor look local.
  const proxy = findProxy(request, proxies);
  if (proxy !== undefined)
    return `Without METRICS_TOKEN only this machine is served; this request came through ${proxy}.`;
  return /^(::ffff:)?127\.|^::1$/.test(request.socket.remoteAddress ?? '') ? undefined : '';
}

/** In the same time whatever differs. */
function isEqual(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
