import { errors, jwtVerify, SignJWT } from 'jose';

/** Who holds a token: one user in one conversation. */
export interface TokenHolder {
  readonly user: string;
  readonly conversation: string;
}

/** How long tokens live. */
export interface TokenSettings {
  /**
   * Seconds a token lets its holder post and read. Default 12 h: clients renew every 15 minutes but not while a laptop
   * sleeps, so a token outlives a night. Shorter: a woken laptop's first message fails. Longer: a leaked one works longer.
   */
  readonly lifetimeSeconds: number;
  /**
   * Seconds after its end in which a token can still be renewed or used to reconnect. Default 7 days: a patient who comes
   * back to the page within a week finds the talk again. Shorter: talks begin anew. Longer: an old phone opens old talks.
   */
  readonly graceSeconds: number;
  /**
   * Seconds a stream address works. Default 300: addresses end in the logs of proxies, and clients that are refused ask
   * for a new one. Shorter than 60 breaks slow clients (Microsoft promises 60).
   */
  readonly streamSeconds: number;
}

export const TOKEN_DEFAULTS: TokenSettings = {
  lifetimeSeconds: 12 * 3600,
  graceSeconds: 7 * 24 * 3600,
  streamSeconds: 300,
};

/** What a token turned out to be. */
type TokenReading =
  | ({ readonly kind: 'valid' } & TokenHolder)
  /** Well signed and ended a short while ago: good for renewing and reconnecting. */
  | ({ readonly kind: 'renewable' } & TokenHolder)
  /** Well signed and ended long ago. */
  | { readonly kind: 'expired' }
  /** Forged, damaged, or made for something else. */
  | { readonly kind: 'invalid' };

/** Signs and reads tokens. */
export interface Tokens {
  readonly lifetimeSeconds: number;
  /** A token for HTTP requests. Clients read its claim `user` (unsigned) to learn who they are. */
  issue(holder: TokenHolder): Promise<string>;
  /** A short-lived token for the address of a stream; it opens nothing else. */
  issueForStream(holder: TokenHolder): Promise<string>;
  read(token: string): Promise<TokenReading>;
  readForStream(token: string): Promise<TokenReading>;
}

interface Dependencies {
  /** At least 32 bytes (HS256). */
  readonly signingKey: Uint8Array;
  /** Keys that signed before: what they signed is good until it ends, and renewed with the present one. */
  readonly formerKeys?: readonly Uint8Array[] | undefined;
  readonly settings?: Partial<TokenSettings>;
  /** Milliseconds since 1970; tests set it. */
  readonly now?: () => number;
}

const ISSUER = 'prp-assistant';
const HTTP = 'direct-line';
const STREAM = 'direct-line-stream';

/** Tokens are JWTs (HS256) that name one user and one conversation. */
export function createTokens({ signingKey, formerKeys = [], settings, now = Date.now }: Dependencies): Tokens {
  const { lifetimeSeconds, graceSeconds, streamSeconds } = { ...TOKEN_DEFAULTS, ...settings };
  const seconds = (): number => Math.floor(now() / 1000);

  const sign = (holder: TokenHolder, audience: string, lifetime: number): Promise<string> =>
    new SignJWT({ user: holder.user, conv: holder.conversation })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(ISSUER)
      .setAudience(audience)
      .setIssuedAt(seconds())
      .setExpirationTime(seconds() + lifetime)
      .sign(signingKey);

  const verify = async (token: string, audience: string, grace: number): Promise<TokenReading> => {
    for (const key of [signingKey, ...formerKeys]) {
      const reading = await verifyBy(key, token, audience, grace);
      if (reading.kind !== 'invalid') return reading;
    }
    return { kind: 'invalid' };
  };
  const verifyBy = async (key: Uint8Array, token: string, audience: string, grace: number): Promise<TokenReading> => {
    try {
      const { payload } = await jwtVerify(token, key, {
        algorithms: ['HS256'],
        issuer: ISSUER,
        audience,
        requiredClaims: ['exp', 'iat'],
        currentDate: new Date(now()),
        clockTolerance: grace,
      });
      const { user, conv, exp = 0 } = payload;
      if (typeof user !== 'string' || typeof conv !== 'string') return { kind: 'invalid' };
      return { kind: exp > seconds() ? 'valid' : 'renewable', user, conversation: conv };
    } catch (error) {
      return { kind: error instanceof errors.JWTExpired ? 'expired' : 'invalid' };
    }
  };

  return {
    lifetimeSeconds,
    issue: (holder) => sign(holder, HTTP, lifetimeSeconds),
    issueForStream: (holder) => sign(holder, STREAM, streamSeconds),
    read: (token) => verify(token, HTTP, graceSeconds),
    readForStream: (token) => verify(token, STREAM, 0),
  };
}
