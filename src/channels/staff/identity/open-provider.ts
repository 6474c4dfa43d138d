import { createHash } from 'node:crypto';
import type { Configuration } from 'openid-client' with { 'resolution-mode': 'import' };
import { readAccount, type AdmissionRules } from '../../../staff/identity/account';
import type { Provider } from './provider';

/** How the organisation's provider is reached; the settings `STAFF_OIDC_…`. */
export interface ProviderSettings extends AdmissionRules {
  readonly issuer: string;
  readonly clientId: string;
  /** Undefined: a client that proves itself by its proof key alone. */
  readonly clientSecret: string | undefined;
  /** The claim that names groups. */
  readonly groupsClaim: string;
}

/** Seconds the provider may take. */
const PATIENCE = 10;

/**
 * Opens the provider with the first signing in: the program starts without it. Plain http is for a provider on this
 * machine alone.
 */
export function openProvider(settings: ProviderSettings): Provider {
  const { issuer, clientId, clientSecret, groupsClaim, allowed, groups } = settings;
  let found: Promise<Configuration> | undefined;
  const load = () => import('openid-client');
  const discover = async (): Promise<Configuration> => {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to stand out; the settings let this machine alone be plain.
    const { discovery, allowInsecureRequests: allowPlain, None } = await load();
    const isPlain = issuer.startsWith('http:');
    return discovery(new URL(issuer), clientId, clientSecret, clientSecret === undefined ? None() : undefined, {
      timeout: PATIENCE,
      ...(isPlain && { execute: [allowPlain] }),
    });
  };
  const configuration = async (): Promise<Configuration> => {
    found ??= discover();
    // A provider that was away is asked again the next time.
    return found.catch((error: unknown) => {
      found = undefined;
      throw error;
    });
  };
  return {
    rules: { allowed, groups },
    async begin(callback, { state, nonce, verifier }) {
      const { buildAuthorizationUrl } = await load();
      return buildAuthorizationUrl(await configuration(), {
        redirect_uri: callback,
        scope: 'openid profile email',
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
        state,
        nonce,
      }).href;
    },
    async finish(arrived, { state, nonce, verifier }) {
      const { authorizationCodeGrant } = await load();
      const tokens = await authorizationCodeGrant(await configuration(), arrived, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const account = readAccount(tokens.claims(), groupsClaim);
      if (account === undefined) throw new Error('The ID token names nobody.');
      return account;
    },
  };
}
