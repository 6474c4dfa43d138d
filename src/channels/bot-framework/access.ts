import type { MicrosoftCloud } from './microsoft-cloud';

/** Who may talk to the bot through `/api/messages`, and as whom it answers. */
export type BotFrameworkAccess =
  /** No app id, so nobody is asked who they are: only clients on this machine are answered. */
  | { readonly kind: 'local' }
  /** Registered at Azure Bot Service: every request carries a signed token. */
  | {
      readonly kind: 'azure';
      readonly appId: string;
      /** As the Azure Bot was created; a wrong one fails with AADSTS700016 when the bot first answers. */
      readonly appType: 'SingleTenant' | 'UserAssignedMSI' | 'MultiTenant';
      readonly tenantId: string | undefined;
      readonly password: string | undefined;
      /** Where the Azure Bot and its tenant are. */
      readonly cloud: MicrosoftCloud;
      /** Lower-case tenant ids that may talk to the bot; empty: every tenant. */
      readonly allowedTenants: readonly string[];
    };
