import type { IncomingMessage, Server as NodeServer } from 'node:http';
import { type AddressInfo, Server as NetServer } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import restify, { type Request, type Response, type Server } from 'restify';
import type { Metrics } from './metrics';
import { type About, type HealthCheck, mountHealth } from './mount-health';
import { type MessagesDependencies, mountMessages } from './mount-messages';
import { mountMetrics } from './mount-metrics';
import { setSecurityHeaders } from './security-headers';
import { setTimeout as sleep } from 'node:timers/promises';
import { letBodyBy } from './let-body-by';
import { guardDoor, guardUpgrades } from './guard-door';
import { sendError } from './send-error';
import { createProxyWatch, type WayIn } from './watch-proxy';
import type { WorkInProgress } from './work-in-progress';

/** What the server is made of. */
export interface ServerDependencies {
  readonly log: Logger;
  readonly work: WorkInProgress;
  readonly metrics: Metrics;
  readonly metricsToken: string | undefined;
  readonly health: Readonly<Record<string, HealthCheck>>;
  /** Told with the health. */
  readonly about?: () => About;
  /** The door of Bot Framework channels; undefined where it is shut. */
  readonly messages: Omit<MessagesDependencies, 'log' | 'work' | 'metrics' | 'proxies'> | undefined;
  /** The variables by which the operator says that there is a proxy in front; then no request counts as local. */
  readonly proxies?: readonly string[];
  /** What the operator says of the way in: what does not fit it is told. */
  readonly wayIn?: WayIn;
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
  const {
    log,
    work,
    metrics,
    metricsToken,
    health,
    about,
    messages,
    proxies = [],
    mounts = [],
    upgrade,
    wayIn = { publicUrl: undefined, trustedProxies: 0 },
  } = dependencies;
  const server = restify.createServer({ name: '', log: log as never });
  const http = server.server as NodeServer & { connectionsCheckingInterval: number };
  limitPatience(http);
  server.pre(setSecurityHeaders);
  const watch = createProxyWatch(wayIn, log);
  http.prependListener('request', watch);
  metrics.gauge('prp_http_connections', 'Open connections, streams of the chat included', () => countConnections(http));
  answerErrors(server, log);
  // What goes wrong with listening is told to whoever started the server; restify would throw it besides.
  server.on('error', () => undefined);
  server.on('after', (request: Request, response: Response, route: { readonly path?: unknown } | undefined) => {
    metrics.request(request.method ?? '', typeof route?.path === 'string' ? route.path : 'none', response.statusCode);
  });
  guardDoor(http, log);
  guardUpgrades(http, log, (...taken) => upgrade?.(...taken) === true);
  mountHealth(server, health, about);
  mountMetrics(server, metrics, metricsToken, proxies);
  if (messages !== undefined) mountMessages(server, { ...messages, log, work, metrics, proxies });
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
  server.on('restifyError', (request: Request, response: Response, error: unknown, done: () => void) => {
    const { statusCode } = error as { readonly statusCode?: unknown };
    const status = statusCode === 404 || statusCode === 405 ? statusCode : 500;
    if (status === 500) log.error({ err: error }, 'a request failed');
    void letBodyBy(request, response).then(() => {
      sendError(response, status);
      done();
    });
  });
}

const countConnections = (http: NodeServer): Promise<number> =>
  new Promise((resolve, reject) => {
    http.getConnections((error, count) => (error === null ? resolve(count) : reject(error)));
  });

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

/** Milliseconds in which requests that are already on their way still arrive. */
const LAST_ARRIVALS = 100;
/** Milliseconds for the last answers to leave. */
const LAST_ANSWERS = 1000;

async function stop(http: NodeServer, work: WorkInProgress, milliseconds: number): Promise<boolean> {
  if (!http.listening) return true;
  await sleep(LAST_ARRIVALS);
  // Not http.close: it would cut off connections whose request has been sent but not read yet.
  const closed = new Promise<void>((resolve) => {
    NetServer.prototype.close.call(http, () => resolve());
  });
  const settled = await isQuiet(work, milliseconds);
  const sweep = setInterval(() => http.closeIdleConnections(), 20);
  const end = setTimeout(() => http.closeAllConnections(), settled ? LAST_ANSWERS : 0);
  await closed;
  clearInterval(sweep);
  clearTimeout(end);
  return settled;
}

/** Whether nothing is left to do, and nothing more arrives, within the time. */
async function isQuiet(work: WorkInProgress, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds;
  do {
    if (!(await work.settled(end - performance.now()))) return false;
    await sleep(LAST_ARRIVALS);
  } while (work.size > 0);
  return true;
}
