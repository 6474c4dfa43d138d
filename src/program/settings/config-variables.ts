import { isIP } from 'node:net';
import { z } from 'zod';
import { ROLES, readRoles } from '../../staff/identity/role';
import { MICROSOFT_CLOUDS } from '../../channels/bot-framework/microsoft-cloud';

/** One environment variable: how its text is read, and what an operator is told when it does not fit. */
interface Variable<Schema extends z.ZodType> {
  readonly schema: Schema;
  /** Completes the sentence "expected …". */
  readonly expected: string;
  /** A secret is never shown, not even a wrong one. */
  readonly secret: boolean;
}

const variable = <Schema extends z.ZodType>(schema: Schema, expected: string): Variable<Schema> => ({
  schema,
  expected,
  secret: false,
});
const secret = <Schema extends z.ZodType>(schema: Schema, expected: string): Variable<Schema> => ({
  schema,
  expected,
  secret: true,
});

const whole = (least: number, most: number): z.ZodType<number, string> =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().int().min(least).max(most));
const guid = z.guid();
const parts = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);
const list = <Item extends z.ZodType<string, string>>(item: Item) => parts.pipe(z.array(item));
const isHost = (text: string): boolean =>
  isIP(text) !== 0 || (/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text) && !/^[\d.]+$/.test(text));
/** An origin is a scheme and a host, without a path: what a browser sends in the Origin header. */
const isOrigin = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text.toLowerCase();
const isPostgresUrl = (text: string): boolean =>
  URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol) && new URL(text).hostname !== '';
const isLocalHost = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(host);
/** Plain http would let anybody on the way sign in; one Entra ID serves for all tenants names no issuer of its own. */
const isIssuer = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname } = new URL(text);
  const isShared = /^\/(common|organizations|consumers)(\/|$)/.test(pathname);
  return (protocol === 'https:' || (protocol === 'http:' && isLocalHost(hostname))) && !isShared;
};
/** `group=role+role`, the last "=" counts: names of groups may hold one. */
const groupRoles = z
  .string()
  .regex(new RegExp(`^.+=(${ROLES.join('|')})(\\+(${ROLES.join('|')}))*$`))
  .transform((text) => {
    const at = text.lastIndexOf('=');
    return { group: text.slice(0, at).trim(), roles: readRoles(text.slice(at + 1).split('+')) };
  });
const days = whole(0, 3650);

/** In place of a key: the one that is kept with the data. */
export const KEPT_KEY = 'database';

/**
 * Every variable this program reads. `.env.example` tells the meaning, the default and the effect of each
 * (a test keeps the two lists equal); the default stands in `readConfig`, where an unset variable is undefined.
 */
export const VARIABLES = {
  PORT: variable(whole(0, 65_535), 'a whole number from 0 to 65535 (0: any free port)'),
  HOST: variable(z.string().refine(isHost), 'an address or host name of this machine, such as 127.0.0.1 or 0.0.0.0'),
  PUBLIC_URL: variable(
    z
      .string()
      .transform((text) => text.replace(/\/$/, ''))
      .refine(isOrigin),
    'the address patients see, without a path, such as https://chat.example.com',
  ),
  TRUSTED_PROXIES: variable(whole(0, 10), 'a whole number from 0 to 10'),
  NODE_ENV: variable(z.string(), 'production, development or test'),
  LOG_LEVEL: variable(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']),
    'one of fatal, error, warn, info, debug, silent',
  ),
  METRICS_TOKEN: secret(z.string().min(16), 'at least 16 characters'),
  KNOWLEDGE_DIR: variable(z.string(), 'a folder'),
  DATA_DIR: variable(z.string(), 'a folder this program may write to'),
  DATABASE_URL: secret(z.string().refine(isPostgresUrl), 'postgresql://user:password@host:5432/database'),
  STATE_DAYS: variable(whole(1, 3650), 'a whole number of days from 1 to 3650'),
  UNANSWERED_DAYS: variable(days, 'a whole number of days from 0 (keep nothing) to 3650'),
  BACKUP_DIR: variable(z.string(), 'a folder this program may write to'),
  BACKUP_HOURS: variable(whole(0, 8760), 'a whole number of hours from 0 (none by itself) to 8760'),
  BACKUP_KEEP: variable(whole(1, 1000), 'a whole number from 1 to 1000'),
  ALLOWED_ORIGINS: variable(
    list(z.string().refine(isOrigin)),
    'origins separated by commas, each a scheme and a host without a path, such as https://clinic.example',
  ),
  TOKEN_SIGNING_KEY: secret(z.string().min(32), 'at least 32 characters, best made by a machine'),
  TOKEN_SIGNING_KEY_BEFORE: secret(
    z.string().refine((text) => text === KEPT_KEY || text.length >= 32),
    `the key that stood in TOKEN_SIGNING_KEY before, or the word ${KEPT_KEY}`,
  ),
  DIRECT_LINE_SECRET: secret(
    z
      .string()
      .regex(/^[\x21-\x7e]+$/)
      .min(20),
    'the secret Azure shows under Channels, Direct Line',
  ),
  STAFF: variable(z.enum(['on', 'off']), 'on or off'),
  STAFF_OIDC_ISSUER: variable(
    z.string().refine(isIssuer),
    'the https address of one issuer, such as https://login.microsoftonline.com/TENANT-ID/v2.0',
  ),
  STAFF_OIDC_CLIENT_ID: variable(z.string(), 'the id of this client at the provider'),
  STAFF_OIDC_CLIENT_SECRET: secret(z.string().min(8), 'the secret of this client at the provider'),
  STAFF_OIDC_ALLOWED: variable(
    list(z.string().regex(/^[^@\s]*@[^@\s]+\.[^@\s]+$/)),
    'addresses, or domains as @clinic.example, separated by commas',
  ),
  STAFF_OIDC_ROLES: variable(
    parts.pipe(z.array(groupRoles)),
    `groups with their roles, such as "clinic-doctors=edits+approves, clinic-admins=administers"; roles: ${ROLES.join(', ')}`,
  ),
  STAFF_OIDC_GROUPS_CLAIM: variable(z.string(), 'the name of a claim, such as groups or roles'),
  BOT_FRAMEWORK: variable(z.enum(['on', 'off']), 'on or off'),
  MicrosoftAppId: variable(guid, 'the application (client) id: 8-4-4-4-12 hexadecimal digits'),
  MicrosoftAppType: variable(
    z.enum(['SingleTenant', 'UserAssignedMSI', 'MultiTenant']),
    'SingleTenant, UserAssignedMSI or MultiTenant',
  ),
  MicrosoftAppTenantId: variable(guid, 'the directory (tenant) id: 8-4-4-4-12 hexadecimal digits'),
  MicrosoftAppPassword: secret(z.string().min(8), 'the value of a client secret (not its id)'),
  MICROSOFT_CLOUD: variable(z.enum(MICROSOFT_CLOUDS), 'public (also for GCC), gcc-high or dod'),
  TEAMS_READS_ALL: variable(z.enum(['on', 'off']), 'on or off'),
  ALLOWED_TENANTS: variable(list(guid), 'directory (tenant) ids separated by commas'),
} as const satisfies Record<string, Variable<z.ZodType>>;

/** The name of a variable this program reads. */
export type VariableName = keyof typeof VARIABLES;

/** The values as read: a variable that is not set, or set to nothing, is absent. */
export type VariableValues = { readonly [N in VariableName]?: z.output<(typeof VARIABLES)[N]['schema']> };
