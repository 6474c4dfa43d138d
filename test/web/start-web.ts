import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { loadShipped } from '../helpers/load-shipped';
import { createLog } from '../../src/server/create-log';
import { createServer } from '../../src/server/create-server';
import { createMetrics } from '../../src/server/metrics';
import { mountRoutes } from '../../src/server/mount-routes';
import { mountWeb } from '../../src/server/mount-web';
import { createWorkInProgress } from '../../src/server/work-in-progress';
import { type KitOptions, startDirectLine } from '../helpers/direct-line-kit';

const ROOT = join(__dirname, '../..');

/** The pages over a real Direct Line whose bot repeats what is said, unless the test brings another. */
export interface WebServer {
  readonly url: string;
  stop(): Promise<void>;
}

export async function startWeb(options: KitOptions = {}): Promise<WebServer> {
  const kit = await startDirectLine(options);
  const { directLine } = kit;
  const server = createServer({
    log: createLog({ level: 'silent' }),
    work: createWorkInProgress(),
    metrics: createMetrics(() => 0),
    metricsToken: undefined,
    health: {},
    messages: undefined,
    mounts: [
      (restify) => mountRoutes(restify, directLine.routes, 0),
      (restify) =>
        mountWeb(restify, {
          knowledge: loadShipped(),
          directory: join(ROOT, 'dist/web'),
          allowedOrigins: options.allowedOrigins ?? [],
          publicUrl: undefined,
          connect: options.azure?.baseUrl === undefined ? [] : hostsOf(options.azure.baseUrl),
        }),
    ],
    upgrade: (request, socket, head) => directLine.upgrade(request, socket, head),
  });
  const url = await server.start('127.0.0.1', 0);
  return {
    url,
    stop: async () => {
      await server.stop(1000);
      await kit.stop();
    },
  };
}

/** What a page has to be allowed to talk with Azure's double. */
function hostsOf(baseUrl: string): readonly string[] {
  const { host } = new URL(baseUrl);
  return [`http://${host}`, `ws://${host}`];
}

/** A page of a clinic's own site, elsewhere. */
export interface ClinicSite {
  /** Another origin than the server's, of the same site: what the frame keeps stays. */
  readonly origin: string;
  /** Another site than the server's. */
  readonly strangerOrigin: string;
  /** What its page holds. @param policy its Content-Security-Policy */
  show(body: string, policy?: string): void;
  stop(): Promise<void>;
}

export async function startClinicSite(): Promise<ClinicSite> {
  let body = '';
  let policy: string | undefined;
  const server = createHttpServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    if (policy !== undefined) response.setHeader('Content-Security-Policy', policy);
    response.end(
      `<!doctype html><html lang="ar" dir="rtl"><meta name="viewport" content="width=device-width"><title>عيادة</title><body><main>${body}</main></body></html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    strangerOrigin: `http://localhost:${port}`,
    show(next, nextPolicy) {
      body = next;
      policy = nextPolicy;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
