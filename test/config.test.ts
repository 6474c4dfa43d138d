import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, type Environment, readConfig } from '../src/program/settings/config';
import { ConfigError, type ConfigFault } from '../src/program/settings/config-error';
import { VARIABLES } from '../src/program/settings/config-variables';

const APP = '11111111-2222-3333-4444-555555555555';
const TENANT = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';
const ISSUER = { STAFF_OIDC_ISSUER: 'https://id.example/realm', STAFF_OIDC_CLIENT_ID: 'console' };
const AZURE = {
  MicrosoftAppId: APP,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: TENANT,
  MicrosoftAppPassword: 'a client secret',
};

function faultsOf(environment: Environment): readonly ConfigFault[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}
const nearly = (...names: string[]): string[] => {
  try {
    readConfig({}, names);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults.map(({ expected }) => expected);
    throw error;
  }
};
const variablesOf = (environment: Environment): string[] => faultsOf(environment).map(({ variable }) => variable);

test('nothing set: this machine only, no Azure, an embedded database', () => {
  expect(readConfig({})).toMatchObject({
    host: '127.0.0.1',
    port: 3978,
    production: false,
    botFramework: { kind: 'local' },
    database: { kind: 'sqlite', directory: 'data' },
    allowedOrigins: [],
  });
});

test('a variable set to nothing is not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: ' ', MicrosoftAppId: '' })).toEqual(readConfig({}));
});

test.each<[string, Environment, Partial<Config>]>([
  ['an app id opens the server to every network', AZURE, { host: '0.0.0.0' }],
  ['an app id and an address of its own', { ...AZURE, HOST: '10.0.0.5' }, { host: '10.0.0.5' }],
  ['production with an app id', { ...AZURE, NODE_ENV: 'production' }, { production: true }],
  [
    'production with the chat alone',
    { NODE_ENV: 'production', BOT_FRAMEWORK: 'off', HOST: '0.0.0.0' },
    { production: true, host: '0.0.0.0', botFramework: { kind: 'off' } },
  ],
  [
    'a bot in the cloud of the US government',
    { ...AZURE, MICROSOFT_CLOUD: 'gcc-high' },
    { botFramework: expect.objectContaining({ cloud: 'gcc-high' }) as never },
  ],
  ['the chat alone stays on this machine unless told', { BOT_FRAMEWORK: 'off' }, { host: '127.0.0.1' }],
  ['another loopback address', { HOST: '::1' }, { host: '::1' }],
  [
    'origins in a list',
    { ALLOWED_ORIGINS: 'https://a.example, https://b.example:8443 ,' },
    { allowedOrigins: ['https://a.example', 'https://b.example:8443'] },
  ],
  ['PostgreSQL', { DATABASE_URL: 'postgres://u:p@h/d' }, { database: { kind: 'postgres', url: 'postgres://u:p@h/d' } }],
  [
    'an address with a slash at its end',
    { PUBLIC_URL: 'https://chat.example/' },
    { publicUrl: 'https://chat.example' },
  ],
  [
    'groups with their roles, one with a sign of ours in its name',
    { ...ISSUER, STAFF_OIDC_ROLES: '/clinic/doctors=approves+edits, ou=desk=answers' },
    {
      organisation: {
        issuer: 'https://id.example/realm',
        clientId: 'console',
        clientSecret: undefined,
        groupsClaim: 'groups',
        allowed: [],
        groups: [
          { group: '/clinic/doctors', roles: ['edits', 'approves'] },
          { group: 'ou=desk', roles: ['answers'] },
        ],
      },
    },
  ],
  ['no unanswered questions', { UNANSWERED_DAYS: '0' }, { unansweredDays: 0 }],
])('%s', (_name, environment, expected) => {
  expect(readConfig(environment)).toMatchObject(expected);
});

test.each<[string, Environment, readonly string[]]>([
  ['a port that is no number', { PORT: 'http' }, ['PORT']],
  ['a port too high', { PORT: '65536' }, ['PORT']],
  ['a port with a sign', { PORT: '-1' }, ['PORT']],
  ['a host with a scheme', { HOST: 'http://localhost' }, ['HOST']],
  ['an address with a path', { PUBLIC_URL: 'https://clinic.example/chat' }, ['PUBLIC_URL']],
  ['an origin with a path', { ALLOWED_ORIGINS: 'https://clinic.example/chat' }, ['ALLOWED_ORIGINS']],
  ['every origin', { ALLOWED_ORIGINS: '*' }, ['ALLOWED_ORIGINS']],
  ['a log level that does not exist', { LOG_LEVEL: 'loud' }, ['LOG_LEVEL']],
  ['another database', { DATABASE_URL: 'mysql://u:p@h/d' }, ['DATABASE_URL']],
  ['days that are none', { STATE_DAYS: '0' }, ['STATE_DAYS']],
  ['a key that is too short', { TOKEN_SIGNING_KEY: 'short' }, ['TOKEN_SIGNING_KEY']],
  ['an app id that is a name', { ...AZURE, MicrosoftAppId: 'my-bot' }, ['MicrosoftAppId']],
  ['an app id without its type', { MicrosoftAppId: APP }, ['MicrosoftAppType']],
  ['a single tenant that is not named', { ...AZURE, MicrosoftAppTenantId: undefined }, ['MicrosoftAppTenantId']],
  ['a secret that is missing', { ...AZURE, MicrosoftAppPassword: '' }, ['MicrosoftAppPassword']],
  ['a managed identity with a secret', { ...AZURE, MicrosoftAppType: 'UserAssignedMSI' }, ['MicrosoftAppPassword']],
  ['an app type that does not exist', { ...AZURE, MicrosoftAppType: 'Single' }, ['MicrosoftAppType']],
  ['a secret without an app id', { MicrosoftAppPassword: 'a client secret' }, ['MicrosoftAppId']],
  ['tenants without an app id', { ALLOWED_TENANTS: TENANT }, ['MicrosoftAppId']],
  ['a tenant that is a name', { ...AZURE, ALLOWED_TENANTS: 'clinic.example' }, ['ALLOWED_TENANTS']],
  ['production where anybody may knock', { NODE_ENV: 'production' }, ['NODE_ENV']],
  ['a network where anybody may knock', { HOST: '0.0.0.0' }, ['HOST']],
  ['a name that is nearly ours', { MICROSOFT_APP_ID: APP }, ['MICROSOFT_APP_ID']],
  ['an issuer that lets everybody in', ISSUER, ['STAFF_OIDC_ROLES']],
  ['a role there is not', { ...ISSUER, STAFF_OIDC_ROLES: 'doctors=owns' }, ['STAFF_OIDC_ROLES']],
  [
    'an issuer of all tenants',
    {
      ...ISSUER,
      STAFF_OIDC_ISSUER: 'https://login.microsoftonline.com/common/v2.0',
      STAFF_OIDC_ALLOWED: '@clinic.example',
    },
    ['STAFF_OIDC_ISSUER'],
  ],
  ['a client without an issuer', { STAFF_OIDC_CLIENT_ID: 'console' }, ['STAFF_OIDC_ISSUER']],
  [
    'everything at once',
    { PORT: 'x', LOG_LEVEL: 'x', NODE_ENV: 'production', STATE_DAYS: 'x' },
    ['PORT', 'LOG_LEVEL', 'STATE_DAYS', 'NODE_ENV'],
  ],
])('%s is a fault', (_name, environment, variables) => {
  expect(variablesOf(environment)).toEqual(variables);
});

test.each([
  ['two letters changed places', 'PUBLIC_ULR', ['the name written as PUBLIC_URL']],
  ['a letter too many', 'STATES_DAYS', ['the name written as STATE_DAYS']],
  ['another case', 'log_level', ['the name written as LOG_LEVEL']],
  ['a short name of another program', 'ROOT', []],
  ['a name of another program', 'POSTGRES_PASSWORD', []],
])('a name in .env with %s', (_name, name, expected) => {
  expect(nearly(name)).toEqual(expected);
});

test('a fault says what was found and what is expected, on one line', () => {
  const error = new ConfigError(faultsOf({ PORT: 'x' }));
  expect(error.message).toContain('  PORT: found "x"; expected a whole number from 0 to 65535 (0: any free port)');
});

test.each(['DATABASE_URL', 'TOKEN_SIGNING_KEY', 'METRICS_TOKEN', 'DIRECT_LINE_SECRET', 'STAFF_OIDC_CLIENT_SECRET'])(
  '%s is never shown',
  (name) => {
    const [fault] = faultsOf({ [name]: 'hunter2' });
    expect(fault?.found).toBe('7 characters (not shown)');
  },
);

test('a missing app type is explained by the error it would lead to', () => {
  expect(faultsOf({ ...AZURE, MicrosoftAppType: undefined })[0]?.expected).toContain('AADSTS700016');
});

test('.env.example tells of every variable, and of no other', () => {
  const text = readFileSync(join(__dirname, '../.env.example'), 'utf8');
  const told = [...text.matchAll(/^#([A-Za-z_]+)=/gm)].map(([, name]) => name);
  expect(told.sort()).toEqual(Object.keys(VARIABLES).sort());
});

test('the defaults .env.example tells are the defaults', () => {
  const text = readFileSync(join(__dirname, '../.env.example'), 'utf8');
  const told = Object.fromEntries([...text.matchAll(/^#([A-Za-z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]));
  const shown = [
    'PORT',
    'HOST',
    'TRUSTED_PROXIES',
    'NODE_ENV',
    'LOG_LEVEL',
    'KNOWLEDGE_DIR',
    'DATA_DIR',
    'STATE_DAYS',
    'UNANSWERED_DAYS',
    'BOT_FRAMEWORK',
  ];
  const environment = Object.fromEntries(shown.map((name) => [name, told[name]]));
  expect(readConfig(environment)).toEqual(readConfig({}));
});
