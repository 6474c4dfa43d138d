import { generateKeyPairSync } from 'node:crypto';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SignJWT, exportJWK } from 'jose';

/** What a token says besides what tokens of Bot Framework say. */
export interface TokenClaims {
  readonly issuer?: string;
  readonly audience: string;
  /** Seconds from now. */
  readonly begins?: number;
  readonly ends?: number;
  readonly more?: Readonly<Record<string, string>>;
  readonly isForged?: boolean;
}

/** Microsoft's services around a bot: the keys of its channels, and where it signs in. */
export interface MicrosoftDouble {
  /** For the program: its connections to Microsoft come here. */
  readonly variables: Readonly<Record<string, string>>;
  /** Where the bot has asked for a token: host and path. */
  readonly signIns: readonly string[];
  /** The header of a request of a channel. */
  sign(claims: TokenClaims): Promise<string>;
  /** From here on the sign-in is refused with this number of Microsoft's; undefined: it is granted. */
  refuseSignIn(number: string | undefined): void;
  /** From here on nothing answers, or everything does. */
  setReachable(isReachable: boolean): void;
  close(): Promise<void>;
}

const HOUR = 3600;

/** Starts it on a free loopback port. */
export async function startMicrosoft(): Promise<MicrosoftDouble> {
  const [keys, forger] = [0, 1].map(() => generateKeyPairSync('rsa', { modulusLength: 2048 }));
  if (keys === undefined || forger === undefined) throw new Error('no keys');
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'one', use: 'sig', endorsements: ['msteams'] };
  const signIns: string[] = [];
  let isReachable = true;
  let refusal: string | undefined;

  const answer = ({ url = '', headers: { host = '' } }: IncomingMessage, response: ServerResponse): void => {
    const [status, body] = url.includes('/oauth2/')
      ? grant(host, url)
      : [200, url.endsWith('/keys') ? { keys: [jwk] } : { jwks_uri: `https://${host}/keys` }];
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(body));
  };
  const grant = (host: string, url: string): [number, object] => {
    signIns.push(`${host}${url.split('?')[0] ?? ''}`);
    if (refusal === undefined) return [200, { token_type: 'Bearer', expires_in: HOUR, access_token: 'granted' }];
    const description = `${refusal}: told by the stand-in. Trace ID: x`;
    return [401, { error: 'invalid_client', error_description: description }];
  };
  const server = createServer((request, response) => {
    if (isReachable) answer(request, response);
    else response.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    signIns,
    variables: {
      NODE_OPTIONS: `--require "${join(__dirname, 'reroute.cjs')}"`,
      TEST_MICROSOFT_PORT: String((server.address() as AddressInfo).port),
    },
    async sign({ issuer = 'https://api.botframework.com', audience, begins = -60, ends = HOUR, more = {}, isForged }) {
      const now = Math.floor(Date.now() / 1000);
      const token = new SignJWT({ ...more }).setProtectedHeader({ alg: 'RS256', kid: 'one' });
      token.setIssuer(issuer).setAudience(audience);
      token.setNotBefore(now + begins).setExpirationTime(now + ends);
      return `Bearer ${await token.sign(isForged === true ? forger.privateKey : keys.privateKey)}`;
    },
    refuseSignIn: (number) => {
      refusal = number;
    },
    setReachable: (reachable) => {
      isReachable = reachable;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
