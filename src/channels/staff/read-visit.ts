import { isLoopbackUrl } from '../bot-framework/loopback';
import { readCookie } from './cookies';
import { readLanguage } from './language';
import type { RawStaffRequest, Visit } from './staff-route';

const HOST = /^[\w.-]+(:\d{1,5})?$|^\[[\da-f:.]+\](:\d{1,5})?$/i;

const header = ({ headers }: RawStaffRequest, name: string): string | undefined => {
  const value = headers[name];
  return typeof value === 'string' ? value : value?.[0];
};

/**
 * How somebody has come; undefined where the console must not be shown: over plain http from another machine a password
 * could be read on its way. A client that lies about https only gets cookies its browser will not keep.
 */
export function readVisit(request: RawStaffRequest, publicUrl: string | undefined): Visit | undefined {
  const host = header(request, 'host') ?? '';
  if (!HOST.test(host)) return undefined;
  const isLocal = isLoopbackUrl(`http://${host}`);
  const secure =
    header(request, 'x-forwarded-proto') === 'https' || (!isLocal && publicUrl?.startsWith('https:') === true);
  if (!secure && !isLocal) return undefined;
  const own = `${secure ? 'https' : 'http'}://${host}`.toLowerCase();
  const { searchParams } = new URL(request.url, 'http://localhost');
  return {
    origin: isLocal && !secure ? own : (publicUrl?.toLowerCase() ?? own),
    secure,
    remoteAddress: request.remoteAddress,
    language: readLanguage(searchParams.get('language') ?? readCookie('staff-language', request, secure)),
  };
}

/** Whether a change was asked for by a page of this console: by the browser's word, which no page can forge. */
export function isOwnPage(request: RawStaffRequest, { origin }: Visit): boolean {
  const from = header(request, 'origin');
  if (from !== undefined) return from.toLowerCase() === origin;
  return header(request, 'sec-fetch-site') === 'same-origin';
}
