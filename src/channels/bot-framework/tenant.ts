import type { Activity } from 'botbuilder';
import { z } from 'zod';

const teamsData = z.object({ tenant: z.object({ id: z.string() }) });

/**
 * The tenant an activity says it comes from, in lower case; undefined where the channel names none (Direct Line and
 * other channels that are not Microsoft 365). The token that came with the activity vouches for it.
 */
export function readTenant(activity: Partial<Activity>): string | undefined {
  const named = activity.conversation?.tenantId ?? teamsData.safeParse(activity.channelData).data?.tenant.id;
  return named?.toLowerCase();
}
