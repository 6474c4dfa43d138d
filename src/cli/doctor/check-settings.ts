import { statSync } from 'node:fs';
import type { Config } from '../../program/settings/config';
import type { ConfigError } from '../../program/settings/config-error';
import { type Finding, findingsOf } from './finding';

const { ok, warning, fault } = findingsOf('settings');
/** Read or write for others than the owner and the group. */
const OTHERS = 0o006;

/** Every setting that does not fit. */
export const tellConfigFaults = ({ faults }: ConfigError): readonly Finding[] =>
  faults.map(({ variable, found, expected }) => fault(`${variable}: found ${found}`, `expected ${expected}`));

/** What could be better in settings that fit. */
export function checkSettings(config: Config): readonly Finding[] {
  const { publicUrl, trustedProxies, allowedOrigins, metricsToken, backups, botFramework } = config;
  const found: Finding[] = [];
  if (isOpenToOthers('.env')) found.push(warning('everybody on this machine may read .env', 'chmod 600 .env'));
  if (publicUrl !== undefined && trustedProxies === 0)
    found.push(
      warning(
        'PUBLIC_URL is set and TRUSTED_PROXIES is 0',
        'behind one proxy set TRUSTED_PROXIES=1: else all patients count as one',
      ),
    );
  if (publicUrl === undefined && trustedProxies > 0)
    found.push(warning('TRUSTED_PROXIES is set and PUBLIC_URL is not', 'set PUBLIC_URL to the address patients see'));
  if (publicUrl?.startsWith('http://') === true && !/\/\/(localhost|127\.)/.test(publicUrl))
    found.push(warning('PUBLIC_URL is not https', 'patients write about their health: put HTTPS in front'));
  if (publicUrl !== undefined && allowedOrigins.length === 0)
    found.push(
      warning(
        'ALLOWED_ORIGINS is empty',
        "name the clinic's web site, unless the chat is only used at its own address",
      ),
    );
  if (publicUrl !== undefined && metricsToken === undefined)
    found.push(warning('METRICS_TOKEN is not set', 'behind a proxy nobody may read the metrics without it'));
  if (backups.hours === 0)
    found.push(warning('no backups by itself (BACKUP_HOURS=0)', 'set BACKUP_HOURS=24, or run npm run backup daily'));
  const channels =
    botFramework.kind === 'azure'
      ? 'with Azure Bot Service'
      : botFramework.kind === 'off'
        ? "the site's chat alone"
        : 'this machine alone';
  return [ok(`.env and environment fit: ${channels}, ${config.database.kind}`), ...found];
}

function isOpenToOthers(file: string): boolean {
  const stat = statSync(file, { throwIfNoEntry: false });
  return process.platform !== 'win32' && stat !== undefined && (stat.mode & OTHERS) !== 0;
}
