import { randomBytes } from 'node:crypto';
import type { Response } from 'restify';
import type { Html } from '../../text/html';

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
export function sendPage(response: Response, policy: PagePolicy, draw: (nonce: string) => Html): void {
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
  const body = Buffer.from(`<!doctype html>\n${draw(nonce).markup}\n`);
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': body.length });
  response.end(body);
}
