import { decodeJwt } from 'jose';

/** What is wrong with a token that Bot Framework has refused, as far as it can be read off the token itself. */
export type TokenFault = 'no-token' | 'unreadable-token' | 'audience' | 'issuer' | 'expired' | 'clock' | 'signature';

/** Bot Framework forgives clocks that differ by so many seconds. */
const TOLERANCE = 300;
const BEARER = /^Bearer (\S+)$/;
/** Azure's own cloud and that of the US government; tokens of the Emulator and of other bots come from the sign-in service. */
const ISSUERS =
  /^https:\/\/(?:api\.botframework\.(?:com|us)$|(?:sts\.windows\.net|login\.microsoftonline\.(?:com|us))\/)/;

/**
 * Says why, for the log: nothing is decided by it, and nobody has vouched for what the token says. A token that is too new
 * speaks of a clock that is behind; one that is over, of a clock that is ahead or of a request that was kept.
 */
export function readTokenFault(authorization: string, appId: string, now: number): TokenFault {
  if (authorization === '') return 'no-token';
  const claims = decode(BEARER.exec(authorization)?.[1] ?? '');
  if (claims === undefined) return 'unreadable-token';
  const { aud, iss = '', exp, nbf, iat } = claims;
  const seconds = now / 1000;
  if (exp !== undefined && exp + TOLERANCE < seconds) return 'expired';
  if ((nbf ?? iat ?? 0) - TOLERANCE > seconds) return 'clock';
  if (!ISSUERS.test(iss)) return 'issuer';
  return aud === appId ? 'signature' : 'audience';
}

function decode(token: string): ReturnType<typeof decodeJwt> | undefined {
  try {
    return decodeJwt(token);
  } catch {
    return undefined;
  }
}
