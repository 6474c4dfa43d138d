import type { IncomingMessage } from 'node:http';

/** The query of a request's address; empty where it has none. Unlike a whole URL it can always be read. */
export function readQuery({ url = '' }: IncomingMessage): URLSearchParams {
  const start = url.indexOf('?');
  return new URLSearchParams(start < 0 ? '' : url.slice(start));
}
