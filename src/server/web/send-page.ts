import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Request, Response } from 'restify';
import type { Html } from '../../text/html';

/** Each page is packed anew, since its nonce is: a fifth of a millisecond, and within a twentieth of the smallest. */
const FAST = 4;

/** What a page may load besides its own marked scripts and styles. */
export interface PagePolicy {
  /** Hosts the page talks with, besides its own. */
  readonly connect?: readonly string[];
  /** Origins that may show the page in a frame; none: nobody. */
  readonly ancestors?: readonly string[];
}

/**
 * Sends a page. Scripts and styles run only with the nonce of this one answer; nothing is loaded from elsewhere, and no
 * text becomes markup.
 */
export function sendPage(
  request: Request,
  response: Response,
  policy: PagePolicy,
  draw: (nonce: string) => Html,
): void {
  const nonce = randomBytes(16).toString('base64url');
  const { connect = [], ancestors = [] } = policy;
  const rules = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    `img-src 'self' data:`,
    `manifest-src 'self'`,
    `frame-src 'self'`,
    `connect-src ${["'self'", ...connect].join(' ')}`,
    `frame-ancestors ${ancestors.length === 0 ? "'none'" : ancestors.join(' ')}`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types 'none'`,
  ];
  response.setHeader('Content-Security-Policy', rules.join('; '));
  if (ancestors.length > 0) response.removeHeader('X-Frame-Options');
  // Nothing in it is anybody's own. "no-store" would cost the page that holds it its way back in the browser's memory.
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('Vary', 'Accept-Encoding');
  const page = Buffer.from(`<!doctype html>\n${draw(nonce).markup}\n`);
  const isPacked = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  if (isPacked) response.setHeader('Content-Encoding', 'gzip');
  const body = isPacked ? gzipSync(page, { level: FAST }) : page;
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': body.length });
  response.end(body);
}
