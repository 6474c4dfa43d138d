import type { Request, Response } from 'restify';
import type { WebAsset } from './load-web-assets';

const YEAR = 'public, max-age=31536000, immutable';
/** A clinic's pages name the script without a version: a new one is there within this time. Without the server the old one still shows how to reach the clinic. */
const FIVE_MINUTES = 'public, max-age=300, stale-while-revalidate=86400, stale-if-error=604800';

/** Sends a file: for good where the address names its version, else for a while, and not again where it is unchanged. */
export function sendAsset(asset: WebAsset, request: Request, response: Response): void {
  const tag = `"${asset.version}"`;
  const isVersioned = new URL(request.url ?? '/', 'http://localhost').searchParams.get('v') === asset.version;
  response.setHeader('Cache-Control', isVersioned ? YEAR : FIVE_MINUTES);
  response.setHeader('ETag', tag);
  response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  // For sites that name a checksum, and tools that fetch before they run: the files are the same for everybody.
  response.setHeader('Access-Control-Allow-Origin', '*');
  if (request.headers['if-none-match']?.includes(tag) === true) {
    response.writeHead(304);
    response.end();
    return;
  }
  const { encoding, body } = pack(asset, request.headers['accept-encoding'] ?? '');
  if (encoding !== undefined) response.setHeader('Content-Encoding', encoding);
  response.writeHead(200, { 'Content-Type': asset.type, 'Content-Length': body.length });
  response.end(body);
}

function pack(asset: WebAsset, accepted: string): { readonly encoding?: string; readonly body: Buffer } {
  // Packed already.
  if (asset.type === 'image/png') return { body: asset.plain };
  if (/\bbr\b/.test(accepted)) return { encoding: 'br', body: asset.brotli() };
  if (/\bgzip\b/.test(accepted)) return { encoding: 'gzip', body: asset.gzip() };
  return { body: asset.plain };
}
