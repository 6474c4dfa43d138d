import type { IncomingMessage, Server as NodeServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import restify, { type Request, type Response, type Server } from 'restify';
import type { Metrics } from './metrics';
import { type HealthCheck, mountHealth } from './mount-health';
import { type MessagesDependencies, mountMessages } from './mount-messages';
import { mountMetrics } from './mount-metrics';
import { setSecurityHeaders } from './security-headers';
import { describeError } from './create-log';
import { errorBody, sendError } from './send-error';
import type { WorkInProgress } from './work-in-progress';

/** What the server is made of. */
export interface ServerDependencies {
  readonly log: Logger;
  readonly work: WorkInProgress;
  readonly metrics: Metrics;
  readonly metricsToken: string | undefined;
  readonly health: Readonly<Record<string, HealthCheck>>;
  /** The door of Bot Framework channels; undefined where it is shut. */
  readonly messages: Omit<MessagesDependencies, 'log' | 'work'> | undefined;
  /** Other rooms' routes. */
  readonly mounts?: readonly ((server: Server) => void)[];
  /** Streams asked for by an upgrade; true where the request was taken. */
  readonly upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;
}

/** A server that can be started and stopped once. */
export interface HttpServer {
  /** Listens; gives the address as a URL. Rejects where the port cannot be had (`EADDRINUSE`, `EACCES`). */
  start(host: string, port: number): Promise<string>;
  /** Takes no new request, lets those in progress finish, at most this long; false where some did not. */
  stop(milliseconds: number): Promise<boolean>;
}

/** Wires the HTTP server; listens only when started. */
export function createServer(dependencies: ServerDependencies): HttpServer {
  const { log, work, metrics, metricsToken, health, messages, mounts = [], upgrade } = dependencies;
  const server = restify.createServer({ name: '', log: log as never });
  const http = server.server as NodeServer & { connectionsCheckingInterval: number };
  limitPatience(http);
  server.pre(setSecurityHeaders);
  answerErrors(server, log);
  server.on('after', (request: Request, response: Response, route: { readonly path?: unknown } | undefined) => {
    metrics.request(request.method ?? '', typeof route?.path === 'string' ? route.path : 'none', response.statusCode);
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (upgrade?.(request, socket, head) !== true) refuseUpgrade(socket);
  });
  mountHealth(server, health);
  mountMetrics(server, metrics, metricsToken);
  if (messages !== undefined) mountMessages(server, { ...messages, log, work });
  for (const mount of mounts) mount(server);
  return { start: (host, port) => listen(http, host, port), stop: (milliseconds) => stop(http, work, milliseconds) };
}

/** A client that sends its request drop by drop is let go; Node looks for such clients this often. */
function limitPatience(http: NodeServer & { connectionsCheckingInterval: number }): void {
  http.headersTimeout = 10_000;
  http.requestTimeout = 30_000;
  http.keepAliveTimeout = 15_000;
  http.maxRequestsPerSocket = 10_000;
  http.connectionsCheckingInterval = 5000;
}

/** Whatever goes wrong in a route or in the router is answered in our own words, without the exception's. */
function answerErrors(server: Server, log: Logger): void {
  server.on('restifyError', (_request: Request, response: Response, error: unknown, done: () => void) => {
    const status = (error as { readonly statusCode?: unknown }).statusCode;
    if (status === 404 || status === 405) sendError(response, status);
    else {
      log.error({ err: describeError(error) }, 'a request failed');
      sendError(response, 500);
    }
    done();
  });
}

function refuseUpgrade(socket: Duplex): void {
  const body = JSON.stringify(errorBody(426));
  socket.on('error', () => undefined);
  socket.end(
    `HTTP/1.1 426 Upgrade Required\r\nConnection: close\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

function listen(http: NodeServer, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => {
      http.off('error', reject);
      const { address, family, port: given } = http.address() as AddressInfo;
      resolve(`http://${family === 'IPv6' ? `[${address}]` : address}:${given}`);
    });
  });
}

async function stop(http: NodeServer, work: WorkInProgress, milliseconds: number): Promise<boolean> {
  const closed = new Promise<void>((resolve) => {
    http.close(() => resolve());
  });
  http.closeIdleConnections();
  const settled = await work.settled(milliseconds);
  // An answer is written by now; what is still open waits for a request that will not be served.
  setImmediate(() => http.closeAllConnections());
  await closed;
  return settled;
}
