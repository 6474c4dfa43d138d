import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { AppCredentials, AuthenticationConstants, GovernmentConstants } from 'botframework-connector';
import { describeConnection } from '../../channels/bot-framework/describe-connection';
import { channelServiceOf } from '../../channels/bot-framework/microsoft-cloud';
import type { BotFrameworkConfig } from '../../program/settings/config';
import { type Finding, findingsOf } from './finding';

const { ok, fault } = findingsOf('azure');
const PATIENCE = 20_000;

const REMEDIES: Readonly<Record<string, string>> = {
  AADSTS700016: 'MicrosoftAppType or MicrosoftAppTenantId is not that of the Azure Bot',
  AADSTS7000215: "MicrosoftAppPassword is the secret's ID, or of another app: copy its Value",
  AADSTS7000222: 'the client secret has expired: make a new one',
  AADSTS90002: 'there is no such tenant: mend MicrosoftAppTenantId',
};

const UNREACHED = 'is login.microsoftonline.com reachable from here? See docs/teams.md';
const NO_IDENTITY =
  'does this machine, in Azure, have that managed identity? Elsewhere take SingleTenant and a client secret';

/** Signs in as the bot, as the first reply would. */
export async function checkAzure(access: BotFrameworkConfig): Promise<readonly Finding[]> {
  if (access.kind !== 'azure') return [];
  const { appId, appType, tenantId, password, cloud } = access;
  const isPublic = channelServiceOf(cloud) === undefined;
  const factory = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: appId,
    MicrosoftAppType: appType,
    ...(tenantId !== undefined && { MicrosoftAppTenantId: tenantId }),
    ...(password !== undefined && { MicrosoftAppPassword: password }),
  });
  const { ToChannelFromBotOAuthScope: scope, ToChannelFromBotLoginUrl: login } = isPublic
    ? AuthenticationConstants
    : GovernmentConstants;
  let timer: NodeJS.Timeout | undefined;
  try {
    const credentials = await factory.createCredentials(appId, scope, login, true);
    if (!(credentials instanceof AppCredentials)) return [];
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('late')), PATIENCE);
    });
    await Promise.race([credentials.getToken(true), late]);
    return [ok(`signs in as ${appId}`)];
  } catch (error) {
    const { signIn, code, type } = describeConnection(error);
    const named = signIn ?? code ?? type ?? 'unknown';
    const remedy = REMEDIES[named] ?? (appType === 'UserAssignedMSI' ? NO_IDENTITY : UNREACHED);
    return [fault(`Azure gives no token (${named})`, remedy)];
  } finally {
    clearTimeout(timer);
  }
}
