import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DirectLine } from '../../src/channels/direct-line/create-direct-line';
import type { Route, RouteBody, RouteResponse } from '../../src/channels/direct-line/route';
import { readBody } from '../../src/server/read-body';

/** A listening HTTP server that serves a Direct Line and nothing else. */
export interface DirectLineHttp {
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** Mounts a Direct Line on Node's own server. */
export async function serveDirectLine(directLine: DirectLine, port = 0): Promise<DirectLineHttp> {
  const server = createServer((request, response) => {
    void respond(directLine.routes, request, response);
  });
  server.on('upgrade', (request, socket, head) => {
    if (!directLine.upgrade(request, socket, head)) socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: given } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${given}`,
    port: given,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function respond(routes: readonly Route[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://test');
  for (const route of routes) {
    const params = matchPath(route.path, pathname);
    if (params === undefined || route.method !== request.method) continue;
    const query = Object.fromEntries(searchParams);
    const body = await readRouteBody(route, request);
    const answer = await route.handler({
      params,
      query,
      headers: request.headers,
      body,
      remoteAddress: request.socket.remoteAddress ?? '',
    });
    request.resume();
    end(response, answer);
    return;
  }
  end(response, { status: 404, headers: {} });
}

async function readRouteBody(route: Route, request: IncomingMessage): Promise<RouteBody> {
  if (route.maxBodyBytes === 0) return { kind: 'unsupported' };
  return readBody(request, { bytes: route.maxBodyBytes, milliseconds: 5000 });
}

function end(response: ServerResponse, { status, headers, body }: RouteResponse): void {
  const text = body === undefined ? undefined : JSON.stringify(body);
  response.writeHead(status, { ...(text !== undefined && { 'Content-Type': 'application/json' }), ...headers });
  response.end(text);
}

function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const names = [...pattern.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
  const match = new RegExp(`^${pattern.replace(/:\w+/g, '([^/]+)')}$`).exec(path);
  return match === null ? undefined : Object.fromEntries(names.map((name, index) => [name, match[index + 1] ?? '']));
}
