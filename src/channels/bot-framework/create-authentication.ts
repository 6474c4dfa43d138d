import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  type Claim,
  AuthenticationConfiguration,
  AuthenticationConstants,
  AuthenticationError,
} from 'botframework-connector';
import type { BotFrameworkAccess } from './access';

/** Addresses that differ from the public cloud's: another cloud, or the key server of a test. */
export type Cloud = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[0];
type Credentials = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1];

/**
 * How requests of Bot Framework channels are authenticated and how ours are signed. Without an app id Bot Framework
 * lets every request in: `local` access is only safe behind a loopback address (see `assess-activity`).
 */
export function createAuthentication(
  access: BotFrameworkAccess,
  cloud: Cloud = {},
  credentials?: Credentials,
): ConfigurationBotFrameworkAuthentication {
  if (access.kind === 'local') return new ConfigurationBotFrameworkAuthentication({ ...cloud });
  const { appId, appType, tenantId, password, allowedTenants } = access;
  return new ConfigurationBotFrameworkAuthentication(
    {
      ...cloud,
      MicrosoftAppId: appId,
      MicrosoftAppType: appType,
      ...(tenantId === undefined ? {} : { MicrosoftAppTenantId: tenantId }),
      ...(password === undefined ? {} : { MicrosoftAppPassword: password }),
    },
    credentials,
    new AuthenticationConfiguration([], (claims: Claim[]) => checkClaims(claims, allowedTenants)),
  );
}

/** No other bot may call this one as a skill, and a token of a tenant that is not allowed is refused. */
function checkClaims(claims: readonly Claim[], allowedTenants: readonly string[]): Promise<void> {
  const claim = (type: string): string | undefined => claims.find((one) => one.type === type)?.value;
  const audience = claim(AuthenticationConstants.AudienceClaim);
  const caller = claim(AuthenticationConstants.AppIdClaim) ?? claim(AuthenticationConstants.AuthorizedParty);
  if (caller !== undefined && caller !== audience) return refuse('Another bot is not served.');
  const tenant = claim('tid')?.toLowerCase();
  if (allowedTenants.length > 0 && tenant !== undefined && !allowedTenants.includes(tenant)) {
    return refuse('This tenant is not served.');
  }
  return Promise.resolve();
}

const refuse = (why: string): Promise<void> => Promise.reject(new AuthenticationError(why, 403));
