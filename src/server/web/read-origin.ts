import type { IncomingMessage } from 'node:http';

const HOST = /^[\w.-]+(:\d{1,5})?$|^\[[\da-f:.]+\](:\d{1,5})?$/i;

/** The origin a page was asked for at, to be shown to people; whoever forges it sees it alone. */
export function readOrigin({ headers }: IncomingMessage): string {
  const host = headers.host ?? '';
  const scheme = headers['x-forwarded-proto'] === 'https' ? 'https' : 'http';
  return `${scheme}://${HOST.test(host) ? host : 'localhost'}`;
}
