import type { RawStaffRequest, Visit } from './staff-route';

/** What the console keeps in a browser: who is signed in, what ties forms to a visitor, which language is read. */
export type CookieName = 'staff' | 'staff-visit' | 'staff-language';

/**
 * Over https a name that begins with `__Host-`: browsers then take it from this host alone, for all of it, over https.
 * Over plain http, which only this machine gets, such a name would not be kept.
 */
const named = (name: CookieName, secure: boolean): string => (secure ? `__Host-${name}` : name);

/** A value for `Set-Cookie`; without seconds it goes when the browser is closed. */
export function writeCookie(name: CookieName, value: string, { secure }: Visit, seconds?: number): string {
  const parts = [`${named(name, secure)}=${value}`, 'Path=/', 'HttpOnly', 'SameSite=Lax'];
  if (secure) parts.push('Secure');
  if (seconds !== undefined) parts.push(`Max-Age=${seconds}`);
  return parts.join('; ');
}

/** Takes a cookie back. */
export const dropCookie = (name: CookieName, visit: Visit): string => writeCookie(name, '', visit, 0);

/** The value of a cookie, where the browser has one. */
export function readCookie(
  name: CookieName,
  { headers }: Pick<RawStaffRequest, 'headers'>,
  secure: boolean,
): string | undefined {
  const wanted = named(name, secure);
  const value = [headers['cookie'] ?? '']
    .flat()
    .join(';')
    .split(';')
    .map((part) => part.trim().split('='))
    .find(([key]) => key === wanted)?.[1];
  return value !== undefined && /^[\w-]{1,100}$/.test(value) ? value : undefined;
}
