import type { Request, RequestHandler, Response, Server } from 'restify';
import type { ServedRoute } from '../../channels/staff/create-staff-console';
import type { RawStaffRequest, StaffReply } from '../../channels/staff/staff-route';
import { letBodyBy } from '../let-body-by';
import { BODY_PATIENCE, readBytes } from '../read-body';
import { readRemoteAddress } from '../remote-address';
import { sendAsset } from '../web/send-asset';
import type { StaffAssets } from './load-staff-assets';
import { packText } from './pack-text';

const METHODS = { GET: 'get', POST: 'post' } as const;

/** Only our own files; nothing inline; forms lead nowhere else; text never becomes markup. */
const policyFor = (ancestors: "'none'" | "'self'"): string =>
  [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src 'self' data:`,
    `connect-src 'self'`,
    `frame-src 'self'`,
    `frame-ancestors ${ancestors}`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `require-trusted-types-for 'script'`,
    `trusted-types 'none'`,
  ].join('; ');
const POLICY = policyFor("'none'");
const FRAME_POLICY = policyFor("'self'");

/** What the console is served with. */
export interface StaffMount {
  readonly routes: readonly ServedRoute[];
  readonly assets: StaffAssets;
  readonly trustedProxies: number;
}

/** Serves the console of the clinic's staff under `/staff`. */
export function mountStaff(server: Server, { routes, assets, trustedProxies }: StaffMount): void {
  for (const [name, asset] of Object.entries(assets)) {
    const handler = (request: Request, response: Response, next: (go?: false) => void): void => {
      sendAsset(asset, request, response);
      next(false);
    };
    server.get(`/staff/${name}`, handler);
  }
  for (const route of routes) {
    const handler: RequestHandler = async (request, response) => {
      await serve(route, request, response, trustedProxies);
    };
    server[METHODS[route.method]](route.path, handler);
    if (route.method === 'GET') server.head(route.path, handler);
  }
}

async function serve(route: ServedRoute, request: Request, response: Response, trustedProxies: number): Promise<void> {
  const body = await readRequestBody(route, request);
  if (body === 'gone') return;
  const reply = await route.handle({
    method: route.method,
    url: request.url ?? '/staff',
    params: request.params as Readonly<Record<string, string | undefined>>,
    headers: request.headers,
    body,
    remoteAddress: readRemoteAddress(request, trustedProxies),
  });
  const content = await contentOf(reply, request, response);
  await letBodyBy(request, response);
  if (response.destroyed) return;
  send(reply, content, response);
}

function contentOf(reply: StaffReply, request: Request, response: Response): Promise<Buffer> | Buffer {
  switch (reply.kind) {
    case 'page':
      return packText(request, response, `<!doctype html>\n${reply.page.markup}\n`);
    case 'json':
      return packText(request, response, JSON.stringify(reply.body));
    case 'redirect':
      return Buffer.alloc(0);
    case 'file':
      return reply.bytes;
    default:
      return reply satisfies never;
  }
}

async function readRequestBody(route: ServedRoute, request: Request): Promise<RawStaffRequest['body'] | 'gone'> {
  if (route.method === 'GET') return undefined;
  if (Number(request.headers['content-length'] ?? 0) <= route.maxBodyBytes) {
    const bytes = await readBytes(request, { bytes: route.maxBodyBytes, milliseconds: BODY_PATIENCE });
    if (Buffer.isBuffer(bytes)) return bytes;
    if (bytes.kind === 'gone') return 'gone';
  }
  await letPass(request);
  return 'too-large';
}

/** Browsers show no answer that comes while they still send: the rest of a body goes by, for as long as one may take. */
function letPass(request: Request): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, BODY_PATIENCE).unref();
    request.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    request.resume();
  });
}

function send(reply: StaffReply, body: Buffer, response: Response): void {
  if (reply.cookies !== undefined && reply.cookies.length > 0) response.setHeader('Set-Cookie', [...reply.cookies]);
  const isFrame = reply.kind === 'page' && reply.isFrame === true;
  response.setHeader('Content-Security-Policy', isFrame ? FRAME_POLICY : POLICY);
  if (isFrame) response.setHeader('X-Frame-Options', 'SAMEORIGIN');
  // Not `no-referrer`: browsers would then not say which page sends a form. No address of the console holds anybody's words.
  response.setHeader('Referrer-Policy', 'same-origin');
  switch (reply.kind) {
    case 'page':
      finish(response, reply.status ?? 200, 'text/html; charset=utf-8', body);
      return;
    case 'redirect':
      response.setHeader('Location', reply.to);
      finish(response, 303, 'text/plain; charset=utf-8', body);
      return;
    case 'json':
      finish(response, reply.status ?? 200, 'application/json; charset=utf-8', body);
      return;
    case 'file':
      response.setHeader('Content-Disposition', `attachment; filename="${reply.name}"`);
      finish(response, 200, reply.type, body);
      return;
    default:
      reply satisfies never;
  }
}

function finish(response: Response, status: number, type: string, body: Buffer): void {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': body.length });
  response.end(body);
}
