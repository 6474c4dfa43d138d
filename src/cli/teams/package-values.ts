import { isIP } from 'node:net';
import { ConfigError, type ConfigFault } from '../../program/settings/config-error';
import type { Environment } from '../../program/settings/config';
import { VARIABLES } from '../../program/settings/config-variables';

/** What the manifest takes from the operator's configuration, by the names of its placeholders. */
export interface PackageValues {
  /** The application id of the Azure Bot; it is also the id of the Teams app. */
  readonly APP_ID: string;
  /** The address patients see, without a slash at its end. */
  readonly PUBLIC_URL: string;
  /** The host of that address. */
  readonly HOST: string;
}

/** Whether the package asks for the right to read everything in a team or group chat it is added to. @throws ConfigError */
export function readsAll(environment: Environment): boolean {
  const text = environment['TEAMS_READS_ALL']?.trim() ?? '';
  const { schema, expected } = VARIABLES.TEAMS_READS_ALL;
  if (text === '' || schema.safeParse(text).success) return text === 'on';
  throw new ConfigError([{ variable: 'TEAMS_READS_ALL', found: JSON.stringify(text), expected }]);
}

/** Reads them from the environment; throws ConfigError naming every value that is missing or does not fit. */
export function readPackageValues(environment: Environment): PackageValues {
  const faults: ConfigFault[] = [];
  const read = (name: 'MicrosoftAppId' | 'PUBLIC_URL', why: string): string => {
    const text = environment[name]?.trim() ?? '';
    const { schema, expected } = VARIABLES[name];
    if (text === '') {
      faults.push({ variable: name, found: 'not set', expected: `${expected}: ${why}` });
      return '';
    }
    const result = schema.safeParse(text);
    if (!result.success) faults.push({ variable: name, found: JSON.stringify(text), expected });
    return result.data ?? '';
  };
  const appId = read('MicrosoftAppId', 'Teams finds the bot by it');
  const address = read('PUBLIC_URL', 'Teams shows it as the home of the app');
  const host = address === '' ? '' : new URL(address).hostname;
  if (address !== '' && !isPublic(address)) {
    const expected = 'an https address with a host name that Microsoft can reach, such as https://chat.clinic.example';
    faults.push({ variable: 'PUBLIC_URL', found: JSON.stringify(address), expected });
  }
  if (faults.length > 0) throw new ConfigError(faults);
  return { APP_ID: appId.toLowerCase(), PUBLIC_URL: address, HOST: host };
}

/** Teams takes no addresses without encryption, no numbers, and no names that only this machine knows. */
function isPublic(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  const isName = isIP(hostname.replace(/^\[|\]$/g, '')) === 0 && hostname.includes('.');
  return protocol === 'https:' && isName && !/(^|\.)(localhost|local|internal)$/.test(hostname);
}
