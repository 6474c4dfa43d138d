import type { IncomingMessage } from 'node:http';

/** A name or an address, and perhaps a port; neither spaces nor anything that would begin a path or name a user. */
const HOST = /^(?:(?:[\w.~-]|%[\da-f]{2})+|\[[\da-f:.]+\])(?::\d{0,5})?$/i;
const ABSOLUTE = /^https?:\/\//i;

/**
 * What a request asks for, as a path and query; undefined where its first line or its Host header is none that a URL can
 * be made of (RFC 9112, 3.2). The router makes one of both without looking, and a Host with a path in it would lead it
 * to another route than the one a proxy saw.
 */
export function readTarget(request: IncomingMessage): string | undefined {
  const { url = '', method, headers, rawHeaders, httpVersion } = request;
  const { host = httpVersion === '1.1' ? undefined : '' } = headers;
  if (host === undefined) return undefined;
  if (host !== '' && !(HOST.test(host) && URL.canParse(`http://${host}`))) return undefined;
  if (rawHeaders.filter((name, place) => place % 2 === 0 && name.toLowerCase() === 'host').length > 1) return undefined;
  if (url.startsWith('/') || (url === '*' && method === 'OPTIONS')) return url;
  if (!ABSOLUTE.test(url) || !URL.canParse(url)) return undefined;
  const { pathname, search } = new URL(url);
  return pathname + search;
}
