import { WebSocket } from 'ws';
import type { Config } from '../../program/settings/config';
import type { Arrival } from '../../server/watch-proxy';
import { checkArrival } from './check-arrival';
import { type Finding, findingsOf } from './finding';

const PATIENCE = 10_000;
const server = findingsOf('server');
const proxy = findingsOf('proxy');

/** Asks the program here, and then the same from outside, through the proxy. */
export async function checkWayIn({ host, port, publicUrl, trustedProxies }: Config): Promise<readonly Finding[]> {
  const inner = `http://${host === '0.0.0.0' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${port}`;
  const here = await ask(`${inner}/healthz`);
  const found = [tellHere(here, inner)];
  if (publicUrl === undefined) return found;
  const outer = await ask(`${publicUrl}/healthz?arrival`);
  if (!('response' in outer)) return [...found, tellUnreached(outer.code, publicUrl)];
  if (readInstance(outer.body) === undefined) return [...found, tellForeign(outer.response.status, publicUrl)];
  const isOther = 'response' in here && readInstance(here.body) !== readInstance(outer.body);
  return [
    ...found,
    isOther ? proxy.ok(`${publicUrl} leads to another instance of this program`) : proxy.ok(`${publicUrl} leads here`),
    ...checkArrival(readArrival(outer.body), { publicUrl, trustedProxies }),
    ...(await checkFrame(publicUrl)),
    await checkStream(publicUrl),
    await checkMetrics(publicUrl),
  ];
}

interface Answered {
  readonly response: Response;
  readonly body: unknown;
}

async function ask(url: string): Promise<Answered | { readonly code: string }> {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE) });
    return { response, body: await response.json().catch(() => undefined) };
  } catch (error) {
    const { cause, name } = error as { readonly cause?: { readonly code?: string }; readonly name?: string };
    return { code: cause?.code ?? name ?? 'unknown' };
  }
}

function readInstance(body: unknown): string | undefined {
  const { instance } = (body ?? {}) as { readonly instance?: unknown };
  return typeof instance === 'string' ? instance : undefined;
}

/** Of an older version none. */
function readArrival(body: unknown): Arrival | undefined {
  return (body as { readonly arrival?: Arrival }).arrival;
}

function tellHere(here: Awaited<ReturnType<typeof ask>>, inner: string): Finding {
  if (!('response' in here))
    return server.warning(`nothing answers at ${inner}`, 'start the program, or look at HOST and PORT');
  const { status, checks, faults } = (here.body ?? {}) as {
    readonly status?: string;
    readonly checks?: Readonly<Record<string, string>>;
    readonly faults?: Readonly<Record<string, string>>;
  };
  if (status === undefined) return server.fault(`another program answers at ${inner}`, 'stop it, or set PORT');
  if (status === 'ok') return server.ok(`runs at ${inner}`);
  const bad = Object.entries(checks ?? {}).filter(([, state]) => state !== 'ok');
  const said = `runs at ${inner}: ${bad.map(([part, state]) => [part, state, faults?.[part] ?? ''].join(' ').trim()).join(', ')}`;
  return status === 'degraded' ? server.warning(said, 'see the log') : server.fault(said, 'see the log');
}

const UNREACHED: Readonly<Record<string, string>> = {
  ENOTFOUND: 'no such name: mend PUBLIC_URL, or the DNS entry',
  EAI_AGAIN: 'the name cannot be looked up: is there a network?',
  ECONNREFUSED: 'nothing listens there: is the proxy running?',
  ECONNRESET: 'it cuts the connection: http where https is spoken, or the other way round?',
  TimeoutError: 'it does not answer: a firewall, or a router that lets nobody in from inside?',
  CERT_HAS_EXPIRED: 'renew the certificate of the proxy',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'browsers refuse a self-signed certificate: get one of a public authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the proxy sends no intermediate certificate (fullchain.pem)',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is of another host',
};

const tellUnreached = (code: string, url: string): Finding =>
  proxy.fault(`${url} cannot be reached (${code})`, UNREACHED[code] ?? 'look at the proxy and its log');

function tellForeign(status: number, url: string): Finding {
  if (status === 502 || status === 503 || status === 504)
    return proxy.fault(
      `the proxy at ${url} does not reach the program (${status})`,
      'lead it to HOST and PORT of this program',
    );
  if (status >= 300 && status < 400)
    return proxy.fault(`${url} leads elsewhere (${status})`, 'set PUBLIC_URL to where it leads');
  return proxy.fault(
    `${url} answers ${status}, and not as this program`,
    'let the proxy pass every path on, /healthz too',
  );
}

/** A header the proxy adds may forbid what the program allows: the chat in a page of the clinic. */
async function checkFrame(url: string): Promise<readonly Finding[]> {
  const chat = await ask(`${url}/chat`);
  if (!('response' in chat) || chat.response.status !== 200)
    return [proxy.fault(`${url}/chat is not served`, 'let the proxy pass it on')];
  const option = chat.response.headers.get('x-frame-options');
  const policy = chat.response.headers.get('content-security-policy') ?? '';
  const policies = policy.split('frame-ancestors').length - 1;
  if (option !== null)
    return [
      proxy.fault(
        `the proxy adds X-Frame-Options: ${option.slice(0, 40)}`,
        'take it away for /chat: the chat would show in no page',
      ),
    ];
  if (policies !== 1) return [proxy.fault('the proxy changes Content-Security-Policy', 'take it away for /chat')];
  return [proxy.ok('the chat may be framed')];
}

/** The stream of a conversation nobody has: this program refuses it with 401 itself, if the upgrade came through. */
async function checkStream(url: string): Promise<Finding> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/v3/directline/conversations/doctor/stream?t=none`, {
    handshakeTimeout: PATIENCE,
  });
  const status = await new Promise<number>((resolve) => {
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.once('open', () => resolve(101));
    socket.once('error', () => resolve(0));
  });
  socket.terminate();
  if (status === 401) return proxy.ok('WebSockets pass');
  return proxy.fault(
    `WebSockets do not pass (${status})`,
    'nginx: proxy_http_version 1.1, and the headers Upgrade and Connection',
  );
}

async function checkMetrics(url: string): Promise<Finding> {
  const metrics = await ask(`${url}/metrics`);
  return 'response' in metrics && metrics.response.status === 200
    ? proxy.fault(`everybody can read ${url}/metrics`, 'set METRICS_TOKEN, or TRUSTED_PROXIES')
    : proxy.ok('/metrics is shut to strangers');
}
