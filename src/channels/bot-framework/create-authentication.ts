import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  type Claim,
  type ClaimsIdentity,
  type UserTokenClient,
  AuthenticationConfiguration,
  AuthenticationConstants,
} from 'botframework-connector';
import type { BotFrameworkAccess } from './access';
import { channelServiceOf } from './microsoft-cloud';
import { RefusedSender } from './refused-sender';

/** Addresses that differ from the public cloud's: another cloud, or the key server of a test. */
export type Cloud = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[0];
type Credentials = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1];

/**
 * Bot Framework makes a client of Azure's sign-in service for every turn. This bot signs nobody in, and the client
 * depends on nothing but the bot's own id: it is made once (measured: 0.1 of the 2 ms an empty turn takes).
 */
class OneSignIn extends ConfigurationBotFrameworkAuthentication {
  #client: UserTokenClient | undefined;

  override async createUserTokenClient(claims: ClaimsIdentity): Promise<UserTokenClient> {
    return (this.#client ??= await super.createUserTokenClient(claims));
  }
}

/**
 * How requests of Bot Framework channels are authenticated and how ours are signed. Without an app id Bot Framework
 * lets every request in: `local` access is only safe behind a loopback address (see `assess-activity`).
 */
export function createAuthentication(
  access: BotFrameworkAccess,
  cloud: Cloud = {},
  credentials?: Credentials,
): ConfigurationBotFrameworkAuthentication {
  if (access.kind === 'local') return new OneSignIn({ ...cloud });
  const { appId, appType, tenantId, password, cloud: microsoft, allowedTenants } = access;
  const channelService = channelServiceOf(microsoft);
  return new OneSignIn(
    {
      ...cloud,
      MicrosoftAppId: appId,
      MicrosoftAppType: appType,
      ...(channelService === undefined ? {} : { ChannelService: channelService }),
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
  // Microsoft's own channels may name themselves; another bot's token has a version, too.
  const isBot = claim(AuthenticationConstants.VersionClaim) !== undefined;
  if (isBot && caller !== undefined && caller !== audience) return Promise.reject(new RefusedSender('another-bot'));
  const tenant = claim('tid')?.toLowerCase();
  if (allowedTenants.length > 0 && tenant !== undefined && !allowedTenants.includes(tenant)) {
    return Promise.reject(new RefusedSender('tenant'));
  }
  return Promise.resolve();
}
