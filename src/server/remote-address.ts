import type { IncomingMessage } from 'node:http';

/**
 * Who asks: the address of the connection or, behind proxies of ours, the one that the outermost of them saw. Each
 * proxy adds to `X-Forwarded-For` whom it was asked by, so only the last entries, one for each proxy, can be believed.
 */
export function readRemoteAddress(request: IncomingMessage, trustedProxies: number): string {
  const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  const chain = [...forwarded.map((entry) => entry.trim()), request.socket.remoteAddress ?? ''].filter(Boolean);
  const address = chain.at(-1 - trustedProxies) ?? chain[0] ?? '';
  return address.replace(/^::ffff:(?=\d+\.)/, '');
}
