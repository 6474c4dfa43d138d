import type { Request, RequestHandler, Response, Server } from 'restify';
import type { Route, RouteBody, RouteResponse } from '../channels/direct-line/route';
import { letBodyBy } from './let-body-by';
import { BODY_PATIENCE, readBody } from './read-body';
import { readQuery } from './read-query';
import { readRemoteAddress } from './remote-address';

const METHODS = { GET: 'get', POST: 'post', DELETE: 'del', OPTIONS: 'opts' } as const;

/**
 * Serves routes that know nothing of the web framework; what can be got can be asked for its head, too.
 *
 * @param onRefused told the code of each refusal
 */
export function mountRoutes(
  server: Server,
  routes: readonly Route[],
  trustedProxies: number,
  onRefused: (reason: string) => void = () => undefined,
): void {
  for (const route of routes) {
    const handler: RequestHandler = async (request, response) => {
      const reason = await serve(route, request, response, trustedProxies);
      if (reason !== undefined) onRefused(reason);
    };
    server[METHODS[route.method]](route.path, handler);
    if (route.method === 'GET') server.head(route.path, handler);
  }
}

/** Answers; gives the code of a refusal, which is one of a fixed list. */
async function serve(
  route: Route,
  request: Request,
  response: Response,
  trustedProxies: number,
): Promise<string | undefined> {
  const body = await readRouteBody(route, request);
  if (body.kind === 'gone') return undefined;
  const result = await route.handler({
    params: request.params as Readonly<Record<string, string | undefined>>,
    query: Object.fromEntries(readQuery(request)),
    headers: request.headers,
    body,
    remoteAddress: readRemoteAddress(request, trustedProxies),
  });
  await letBodyBy(request, response);
  send(result, response);
  return readCode(result);
}

function readCode({ status, body }: RouteResponse): string | undefined {
  if (status < 400) return undefined;
  const { error } = (body ?? {}) as { readonly error?: { readonly code?: unknown } };
  return typeof error?.code === 'string' ? error.code : String(status);
}

async function readRouteBody(route: Route, request: Request): Promise<RouteBody> {
  const hasBody =
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  if (!hasBody || route.maxBodyBytes === 0) return { kind: 'not-json' };
  return readBody(request, { bytes: route.maxBodyBytes, milliseconds: BODY_PATIENCE });
}

function send({ status, headers, body }: RouteResponse, response: Response): void {
  if (response.destroyed) return;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (body === undefined) response.send(status);
  else response.send(status, body);
}
