import { join } from 'node:path';
import type { Logger } from 'pino';
import { AZURE_HOSTS } from '../../channels/direct-line/azure-tokens';
import type { Config } from '../settings/config';
import type { Knowledge } from '../../knowledge/knowledge';
import type { WebDependencies } from '../../server/mount-web';
import { PROJECT } from '../project-folder';

/** What the clinic page and the chat page are made of. The build puts the browser's part beside the program. */
export function createWeb(config: Config, current: () => Knowledge, log: Pick<Logger, 'warn'>): WebDependencies {
  const { allowedOrigins, publicUrl, directLineSecret } = config;
  return {
    get knowledge() {
      return current();
    },
    directory: join(PROJECT, 'dist/web'),
    allowedOrigins,
    publicUrl,
    onBlocked: (fault) => log.warn(fault, 'the chat does not show in a page'),
    connect: directLineSecret === undefined ? [] : AZURE_HOSTS,
  };
}
