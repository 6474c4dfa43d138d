import type { IncomingMessage } from 'node:http';

/**
 * Who asks: the address of the connection or, behind proxies of ours, the one that the outermost of them saw. Each
 * proxy adds to `X-Forwarded-For` whom it was asked by, so only the last entries, one for each proxy, can be believed.
 */
export function readRemoteAddress(request: IncomingMessage, trustedProxies: number): string {
  const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  const chain = [...forwarded.map((entry) => entry.trim()), request.socket.remoteAddress ?? ''].filter(Boolean);
  const address = chain.at(-1 - trustedProxies) ?? chain[0] ?? '';
  return withoutPort(address).replace(/^::ffff:(?=\d+\.)/, '');
}

/** Azure Application Gateway and IIS write the client's port, too: it changes with each connection. */
function withoutPort(entry: string): string {
  const bracketed = /^"?\[([\da-f:.]+)\](?::\d+)?"?$/i.exec(entry)?.[1];
  return bracketed ?? /^"?(\d{1,3}(?:\.\d{1,3}){3}):\d+"?$/.exec(entry)?.[1] ?? entry;
}
