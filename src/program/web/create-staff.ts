import { join } from 'node:path';
import type { Logger } from 'pino';
import { openProvider } from '../../channels/staff/identity/open-provider';
import { createStaffConsole } from '../../channels/staff/create-staff-console';
import type { Config } from '../settings/config';
import { createConsoleContent, type ConsoleContentDependencies } from '../content/create-console-content';
import type { Handover } from '../chat/create-handover';
import { createInbox } from './create-inbox';
import type { Stores } from '../stores/open-stores';
import { loadStaffAssets } from '../../server/staff/load-staff-assets';
import type { StaffMount } from '../../server/staff/mount-staff';
import { FIRST_LINK_MS } from '../../staff/identity/invitation';
import { createSecret, hashSecret } from '../../staff/identity/secret';
import type { StaffStore } from '../../staff/staff-store';
import { PROJECT } from '../project-folder';

/** What the console of the clinic's staff is made of. */
export interface StaffDependencies extends ConsoleContentDependencies {
  readonly config: Pick<Config, 'publicUrl' | 'trustedProxies' | 'unansweredDays' | 'organisation'>;
  readonly stores: Pick<
    Stores,
    'staff' | 'contents' | 'saved' | 'waiting' | 'figures' | 'talks' | 'callbacks' | 'reception' | 'places'
  >;
  readonly handover: Pick<Handover, 'staffDesk' | 'welcome'>;
  readonly log: Logger;
}

/** Wires the console. */
export function createStaff({ config, log, handover, ...rest }: StaffDependencies): StaffMount {
  const { live, stores } = rest;
  const base = live.base();
  const assets = loadStaffAssets(join(PROJECT, 'dist/web'));
  const routes = createStaffConsole({
    store: stores.staff,
    texts: { ar: base.staffArabic, en: base.staffEnglish },
    clinicName: () => live.current().content.knowledge.clinic.name ?? undefined,
    content: createConsoleContent({ ...rest, config }),
    inbox: createInbox({ stores, live, handover }),
    provider: config.organisation && openProvider(config.organisation),
    publicUrl: config.publicUrl,
    versions: {
      script: assets['console.js'].version,
      style: assets['console.css'].version,
      previewScript: assets['preview.js'].version,
      previewStyle: assets['preview.css'].version,
    },
    report: (error) => log.error({ err: error }, 'a page of the staff console failed'),
    now: Date.now,
  });
  return { routes, assets, trustedProxies: config.trustedProxies };
}

/** Prints the link for the first administrator, as long as nobody has joined. */
export async function inviteFirstAdministrator(store: StaffStore, origin: string, log: Logger): Promise<void> {
  if (await store.hasMembers()) return;
  const secret = createSecret();
  const expiresAt = Date.now() + FIRST_LINK_MS;
  await store.invite(hashSecret(secret), { kind: 'first', roles: [], memberId: undefined, expiresAt });
  log.info(
    `The first administrator of the staff console joins at ${origin}/staff/join/${secret} within 15 minutes, once`,
  );
}
