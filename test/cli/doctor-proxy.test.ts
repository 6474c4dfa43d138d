import { execFile } from 'node:child_process';
import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createDataDirectory, type RunningServer, startServer } from '../helpers/start-server';

jest.setTimeout(120_000);

const ROOT = join(__dirname, '../..');
/** What the proxy makes of the headers of a request before it hands it on. */
type Mangle = (headers: IncomingHttpHeaders) => IncomingHttpHeaders;
const decent: Mangle = (headers) => ({ ...headers, 'x-forwarded-for': '203.0.113.5', 'x-forwarded-proto': 'http' });

let mangle = decent;
let proxy: Server;
let server: RunningServer;
let settings: Readonly<Record<string, string>>;
beforeAll(async () => {
  proxy = createServer((asked, answer) => {
    const onward = request(server.url + String(asked.url), { headers: mangle(asked.headers), method: asked.method });
    onward.on('response', (got) => {
      answer.writeHead(got.statusCode ?? 500, got.headers);
      got.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    asked.pipe(onward);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  settings = { PUBLIC_URL: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, BOT_FRAMEWORK: 'off' };
  server = await startServer({ ...settings, TRUSTED_PROXIES: '1' });
});
afterAll(async () => {
  await server.stop();
  proxy.close();
});

/** What the doctor says of the proxy, the program being set up so. */
const examine = (trustedProxies: string): Promise<string> =>
  new Promise((resolve) => {
    const env = {
      PATH: process.env['PATH'],
      KNOWLEDGE_DIR: join(ROOT, 'knowledge'),
      PORT: new URL(server.url).port,
      TRUSTED_PROXIES: trustedProxies,
      ...settings,
    };
    execFile(process.execPath, [join(ROOT, 'dist/cli/doctor.js')], { cwd: createDataDirectory(), env }, (_error, out) =>
      resolve(out),
    );
  });

test.each<[string, Mangle, string, RegExp]>([
  ['that fits', decent, '1', /ok +proxy +TRUSTED_PROXIES=1 fits/],
  ['that is trusted too little', decent, '0', /fault +proxy +TRUSTED_PROXIES=0 is too low[^]*set TRUSTED_PROXIES=1/],
  ['that is trusted too far', decent, '3', /fault +proxy +TRUSTED_PROXIES=3 is too high[^]*set TRUSTED_PROXIES=1/],
  [
    'that loses the host',
    (headers) => ({ ...decent(headers), host: 'inner:1' }),
    '1',
    /fault +proxy +Host arrives as inner:1/,
  ],
  ['that says no address', (headers) => headers, '1', /fault +proxy +no X-Forwarded-For arrives/],
  [
    'that says another scheme',
    (headers) => ({ ...decent(headers), 'x-forwarded-proto': 'https' }),
    '1',
    /fault +proxy +X-Forwarded-Proto says https/,
  ],
])('the doctor sees a proxy %s', async (_name, how, trusted, words) => {
  mangle = how;
  expect(await examine(trusted)).toMatch(words);
});

test('nobody hears of it who does not ask', async () => {
  mangle = decent;
  expect(await (await fetch(`${server.url}/healthz`)).json()).not.toHaveProperty('arrival');
});
