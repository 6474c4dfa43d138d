import type { Activity } from 'botbuilder';
import type { BotFrameworkAccess } from './access';
import { isLoopbackUrl } from './loopback';
import { readTenant } from './tenant';

/** Why an activity is refused though it is well formed. */
export type Refusal = 'service-url' | 'tenant';

/**
 * Decides whether an activity may reach the bot. Without an app id the bot would post its answers to whatever service
 * URL a stranger names, so that URL must be on this machine; with one, the tenant must be allowed.
 */
export function assessActivity(activity: Partial<Activity>, access: BotFrameworkAccess): Refusal | undefined {
  switch (access.kind) {
    case 'local':
      return isLoopbackUrl(activity.serviceUrl ?? '') ? undefined : 'service-url';
    case 'azure': {
      if (access.allowedTenants.length === 0) return undefined;
      const tenant = readTenant(activity);
      return tenant === undefined || access.allowedTenants.includes(tenant) ? undefined : 'tenant';
    }
    default:
      return access satisfies never;
  }
}
