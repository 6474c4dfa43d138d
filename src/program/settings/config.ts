import { join } from 'node:path';
import type { BotFrameworkAccess } from '../../channels/bot-framework/access';
import { ConfigError, type ConfigFault } from './config-error';
import type { ProviderSettings } from '../../channels/staff/identity/open-provider';
import { VARIABLES, type VariableName, type VariableValues } from './config-variables';
import { findMisspelt } from './find-misspelt';

/** How Bot Framework channels reach `/api/messages`; `off` shuts that door: only the site's own chat is served. */
export type BotFrameworkConfig = { readonly kind: 'off' } | BotFrameworkAccess;

/** Where conversations are kept. */
export type DatabaseConfig =
  { readonly kind: 'sqlite'; readonly directory: string } | { readonly kind: 'postgres'; readonly url: string };

/** Copies of everything that is kept. */
export interface BackupConfig {
  readonly directory: string;
  /** Hours between those the server makes by itself; 0: none. */
  readonly hours: number;
  /** How many stay. */
  readonly keep: number;
}

/** Everything an operator can set, checked. See `.env.example` for the meaning of each value. */
export interface Config {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | undefined;
  readonly trustedProxies: number;
  readonly logLevel: string;
  readonly metricsToken: string | undefined;
  readonly knowledgeDirectory: string;
  /** What this instance keeps in files: the built-in database, and what the matcher has learnt from the content. */
  readonly dataDirectory: string;
  readonly database: DatabaseConfig;
  /** Days a quiet conversation is kept. */
  readonly stateDays: number;
  /** Days an unanswered question is kept; 0 keeps none. */
  readonly unansweredDays: number;
  readonly backups: BackupConfig;
  readonly allowedOrigins: readonly string[];
  readonly tokenSigningKey: string | undefined;
  /** The key before it, still believed; `database`: the one that is kept there. */
  readonly formerSigningKey: string | undefined;
  readonly directLineSecret: string | undefined;
  /** Whether the console of the clinic's staff is served at `/staff`. */
  readonly staff: boolean;
  /** The organisation's accounts with which staff sign in; undefined: none. */
  readonly organisation: ProviderSettings | undefined;
  readonly botFramework: BotFrameworkConfig;
  /** Whether the app for Teams asks for the right to read everything in a team, and what that brings is handled. */
  readonly teamsReadsAll: boolean;
}

/** The environment: a name without a value, or with an empty one, counts as not set. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment. Reads no file: see `loadEnvironment`.
 *
 * @param namesInFile names that stand in `.env`: those that nearly are a variable of ours are faults
 * @throws ConfigError naming every fault at once
 */
export function readConfig(environment: Environment, namesInFile: readonly string[] = []): Config {
  const faults: ConfigFault[] = findMisspelt(environment, namesInFile);
  const values = readValues(environment, faults);
  const botFramework = readBotFramework(values, environment, faults);
  const host = values.HOST ?? (botFramework.kind === 'azure' ? '0.0.0.0' : '127.0.0.1');
  const production = values.NODE_ENV === 'production';
  const dataDirectory = values.DATA_DIR ?? 'data';
  const organisation = readOrganisation(values, environment, faults);
  if (botFramework.kind === 'local') checkLocal(host, production, faults);
  if (faults.length > 0) throw new ConfigError(faults);
  return {
    production,
    host,
    port: values.PORT ?? 3978,
    publicUrl: values.PUBLIC_URL,
    trustedProxies: values.TRUSTED_PROXIES ?? 0,
    logLevel: values.LOG_LEVEL ?? 'info',
    metricsToken: values.METRICS_TOKEN,
    knowledgeDirectory: values.KNOWLEDGE_DIR ?? 'knowledge',
    dataDirectory,
    database:
      values.DATABASE_URL === undefined
        ? { kind: 'sqlite', directory: dataDirectory }
        : { kind: 'postgres', url: values.DATABASE_URL },
    stateDays: values.STATE_DAYS ?? 30,
    unansweredDays: values.UNANSWERED_DAYS ?? 30,
    backups: {
      directory: values.BACKUP_DIR ?? join(dataDirectory, 'backups'),
      hours: values.BACKUP_HOURS ?? 0,
      keep: values.BACKUP_KEEP ?? 7,
    },
    allowedOrigins: (values.ALLOWED_ORIGINS ?? []).map((origin) => origin.toLowerCase()),
    tokenSigningKey: values.TOKEN_SIGNING_KEY,
    formerSigningKey: values.TOKEN_SIGNING_KEY_BEFORE,
    directLineSecret: values.DIRECT_LINE_SECRET,
    staff: values.STAFF !== 'off',
    organisation,
    botFramework,
    teamsReadsAll: values.TEAMS_READS_ALL === 'on',
  };
}

function readValues(environment: Environment, faults: ConfigFault[]): VariableValues {
  const values: Record<string, unknown> = {};
  for (const [name, { schema, expected, secret: hidden }] of Object.entries(VARIABLES)) {
    const text = environment[name]?.trim() ?? '';
    if (text === '') continue;
    const result = schema.safeParse(text);
    if (result.success) values[name] = result.data;
    else faults.push({ variable: name, found: hidden ? masked(text) : JSON.stringify(text), expected });
  }
  return values;
}

const masked = (text: string): string => `${text.length} characters (not shown)`;

function readBotFramework(values: VariableValues, environment: Environment, faults: ConfigFault[]): BotFrameworkConfig {
  if (values.BOT_FRAMEWORK === 'off') return { kind: 'off' };
  // A wrong app id must not read as "no app id": that would open the door without a lock.
  const named = isSet(environment, 'MicrosoftAppId');
  if (!named) {
    checkNoAppId(environment, faults);
    return { kind: 'local' };
  }
  checkAppType(environment, faults);
  return {
    kind: 'azure',
    appId: values.MicrosoftAppId ?? '',
    appType: values.MicrosoftAppType ?? 'SingleTenant',
    tenantId: values.MicrosoftAppTenantId,
    password: values.MicrosoftAppPassword,
    cloud: values.MICROSOFT_CLOUD ?? 'public',
    allowedTenants: (values.ALLOWED_TENANTS ?? []).map((tenant) => tenant.toLowerCase()),
  };
}

const isSet = (environment: Environment, name: VariableName): boolean => (environment[name]?.trim() ?? '') !== '';
const notSet = (name: VariableName, expected: string): ConfigFault => ({ variable: name, found: 'not set', expected });

const NEEDS_ISSUER = [
  'STAFF_OIDC_CLIENT_ID',
  'STAFF_OIDC_CLIENT_SECRET',
  'STAFF_OIDC_ALLOWED',
  'STAFF_OIDC_ROLES',
  'STAFF_OIDC_GROUPS_CLAIM',
] as const;

/** Whoever has an account anywhere must not get in because a list was left empty. */
function readOrganisation(
  values: VariableValues,
  environment: Environment,
  faults: ConfigFault[],
): ProviderSettings | undefined {
  if (!isSet(environment, 'STAFF_OIDC_ISSUER')) {
    const set = NEEDS_ISSUER.find((name) => isSet(environment, name));
    if (set !== undefined) faults.push(notSet('STAFF_OIDC_ISSUER', `the provider's address, since ${set} is set`));
    return undefined;
  }
  if (!isSet(environment, 'STAFF_OIDC_CLIENT_ID'))
    faults.push(notSet('STAFF_OIDC_CLIENT_ID', 'the client id, since STAFF_OIDC_ISSUER is set'));
  if (!isSet(environment, 'STAFF_OIDC_ALLOWED') && !isSet(environment, 'STAFF_OIDC_ROLES'))
    faults.push(notSet('STAFF_OIDC_ROLES', 'groups with their roles, or addresses in STAFF_OIDC_ALLOWED'));
  return {
    issuer: values.STAFF_OIDC_ISSUER ?? '',
    clientId: values.STAFF_OIDC_CLIENT_ID ?? '',
    clientSecret: values.STAFF_OIDC_CLIENT_SECRET,
    allowed: (values.STAFF_OIDC_ALLOWED ?? []).map((one) => one.toLowerCase()),
    groups: values.STAFF_OIDC_ROLES ?? [],
    groupsClaim: values.STAFF_OIDC_GROUPS_CLAIM ?? 'groups',
  };
}

const NEEDS_APP_ID = [
  'MicrosoftAppPassword',
  'MicrosoftAppType',
  'MicrosoftAppTenantId',
  'MICROSOFT_CLOUD',
  'ALLOWED_TENANTS',
] as const;

function checkNoAppId(environment: Environment, faults: ConfigFault[]): void {
  for (const name of NEEDS_APP_ID) {
    if (!isSet(environment, name)) continue;
    faults.push(notSet('MicrosoftAppId', `the application id, since ${name} is set`));
    return;
  }
}

function checkAppType(environment: Environment, faults: ConfigFault[]): void {
  const type = environment['MicrosoftAppType']?.trim() ?? '';
  if (type === '') {
    faults.push(
      notSet(
        'MicrosoftAppType',
        'SingleTenant, UserAssignedMSI or MultiTenant, as the Azure Bot was created: without it Bot Framework takes ' +
          'MultiTenant, and bots made since July 2025 then fail with AADSTS700016',
      ),
    );
  }
  if (type !== 'MultiTenant' && type !== '' && !isSet(environment, 'MicrosoftAppTenantId')) {
    faults.push(notSet('MicrosoftAppTenantId', `the directory (tenant) id, which ${type} needs`));
  }
  if (type === 'UserAssignedMSI' && isSet(environment, 'MicrosoftAppPassword')) {
    faults.push({ variable: 'MicrosoftAppPassword', found: 'set', expected: 'nothing: a managed identity has none' });
  }
  if (type !== 'UserAssignedMSI' && type !== '' && !isSet(environment, 'MicrosoftAppPassword')) {
    faults.push(notSet('MicrosoftAppPassword', `a client secret, which ${type} needs`));
  }
}

/** Without an app id nobody is asked who they are: such a server must not be reachable from elsewhere. */
function checkLocal(host: string, production: boolean, faults: ConfigFault[]): void {
  const remedy =
    'an Azure app id (MicrosoftAppId), or BOT_FRAMEWORK=off when only the chat on the web site is wanted: ' +
    'without either, /api/messages would answer anybody';
  if (production) faults.push({ variable: 'NODE_ENV', found: '"production"', expected: remedy });
  if (!isLoopbackHost(host)) faults.push({ variable: 'HOST', found: JSON.stringify(host), expected: remedy });
}

const isLoopbackHost = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|::1)$/i.test(host);
