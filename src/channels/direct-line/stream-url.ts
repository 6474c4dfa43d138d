import { readHeader, type RouteRequest } from './route';

interface Dependencies {
  /** Our own origin as patients see it; undefined: the host a request names. */
  readonly publicUrl?: string | undefined;
  /** True behind a proxy of ours, which tells in `X-Forwarded-Proto` how it was asked. */
  readonly behindProxy: boolean;
}

const HOST = /^[\w.-]+(:\d{1,5})?$|^\[[\da-f:.]+\](:\d{1,5})?$/i;

/** The origin a client reached us at, with the scheme `ws` or `wss`; undefined where the request names no proper host. */
export function readStreamOrigin(request: RouteRequest, { publicUrl, behindProxy }: Dependencies): string | undefined {
  if (publicUrl !== undefined) return new URL(publicUrl).origin.replace(/^http/, 'ws');
  const host = readHeader(request, 'host') ?? '';
  const forwarded = behindProxy ? readHeader(request, 'x-forwarded-proto') : undefined;
  return HOST.test(host) ? `${forwarded === 'https' ? 'wss' : 'ws'}://${host}` : undefined;
}
