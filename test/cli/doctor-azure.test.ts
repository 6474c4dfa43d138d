import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { startMicrosoft, type MicrosoftDouble } from '../helpers/microsoft/microsoft-double';
import { createDataDirectory } from '../helpers/start-server';

jest.setTimeout(90_000);

const ROOT = join(__dirname, '../..');
const APP = '11111111-2222-3333-4444-555555555555';
const SINGLE = {
  MicrosoftAppId: APP,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee',
  MicrosoftAppPassword: 'not a real secret',
};

let microsoft: MicrosoftDouble;
beforeAll(async () => {
  microsoft = await startMicrosoft();
});
afterAll(() => microsoft.close());

/** What the doctor says of the sign-in, and its exit code. */
const examine = (
  variables: Readonly<Record<string, string>>,
): Promise<{ readonly out: string; readonly code: unknown }> =>
  new Promise((resolve) => {
    const env = {
      PATH: process.env['PATH'],
      KNOWLEDGE_DIR: join(ROOT, 'knowledge'),
      PORT: '1',
      ...variables,
      ...microsoft.variables,
    };
    execFile(process.execPath, [join(ROOT, 'dist/cli/doctor.js')], { cwd: createDataDirectory(), env }, (error, out) =>
      resolve({ out, code: error?.code ?? 0 }),
    );
  });

test('a bot whose sign-in is granted signs in, at its own tenant', async () => {
  const { out, code } = await examine(SINGLE);
  expect(out).toContain(`ok      azure     signs in as ${APP}`);
  expect(code).toBe(0);
  expect(microsoft.signIns.join()).toContain(`login.microsoftonline.com/${SINGLE.MicrosoftAppTenantId}`);
});

test.each([
  ['AADSTS700016', /MicrosoftAppType or MicrosoftAppTenantId/],
  ['AADSTS7000215', /copy its Value/],
  ['AADSTS7000222', /make a new one/],
])('a sign-in that is refused with %s is told with its remedy', async (number, remedy) => {
  microsoft.refuseSignIn(number);
  const { out, code } = await examine(SINGLE);
  microsoft.refuseSignIn(undefined);
  expect(out).toMatch(new RegExp(`fault +azure +Azure gives no token \\(${number}\\)[^]*${remedy.source}`));
  expect(out).not.toContain(SINGLE.MicrosoftAppPassword);
  expect(code).toBe(1);
});

test('a sign-in service that cuts the connection is told as one that cannot be reached', async () => {
  microsoft.setReachable(false);
  const { out, code } = await examine(SINGLE);
  microsoft.setReachable(true);
  expect(out).toMatch(/fault +azure +Azure gives no token[^]*reachable from here/);
  expect(code).toBe(1);
});

test('a managed identity on a machine that has none is told so', async () => {
  const { out, code } = await examine({ ...SINGLE, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppPassword: '' });
  expect(out).toMatch(/fault +azure +Azure gives no token[^]*have that managed identity/);
  expect(code).toBe(1);
});
