import type { IncomingMessage } from 'node:http';
import { Writable } from 'node:stream';
import { createLog } from '../../src/server/create-log';
import { createProxyWatch, readProxyFaults, type WayIn } from '../../src/server/watch-proxy';

const PUBLIC: WayIn = { publicUrl: 'https://chat.clinic.example', trustedProxies: 1 };
const FINE = { host: 'chat.clinic.example', 'x-forwarded-for': '203.0.113.7', 'x-forwarded-proto': 'https' };

const requestWith = (headers: Readonly<Record<string, string>>): IncomingMessage =>
  ({ headers, socket: { remoteAddress: '127.0.0.1' } }) as unknown as IncomingMessage;

test.each<[string, WayIn, Readonly<Record<string, string>>, readonly string[]]>([
  ['a proxy as it should be', PUBLIC, FINE, []],
  ['a health check of this machine', PUBLIC, { host: '127.0.0.1:3978' }, []],
  ['the name of the upstream in place of the host', PUBLIC, { ...FINE, host: 'prp_assistant' }, ['host']],
  ['the address of the upstream in place of the host', PUBLIC, { ...FINE, host: '127.0.0.1:3978' }, ['host']],
  ['another public name', PUBLIC, { ...FINE, host: 'www.clinic.example' }, ['other-host']],
  ['http where PUBLIC_URL says https', PUBLIC, { ...FINE, 'x-forwarded-proto': 'http' }, ['scheme']],
  ['a proxy nobody told of', { publicUrl: undefined, trustedProxies: 0 }, FINE, ['unsaid']],
  ['two proxies where one is told of', PUBLIC, { ...FINE, 'x-forwarded-for': '203.0.113.7, 10.0.0.4' }, ['too-low']],
  ['a proxy, and none trusted', { ...PUBLIC, trustedProxies: 0 }, FINE, ['too-low']],
  ['one proxy where two are told of', { ...PUBLIC, trustedProxies: 2 }, FINE, ['too-high']],
  ['no address of the visitor', PUBLIC, { host: FINE.host, 'x-forwarded-proto': 'https' }, ['no-address']],
  ['visitors of an inner network', PUBLIC, { ...FINE, 'x-forwarded-for': '10.2.3.4' }, []],
])('%s', (_name, wayIn, headers, reasons) => {
  expect(readProxyFaults(requestWith(headers), wayIn).map(({ reason }) => reason)).toEqual(reasons);
});

test('each fault is told once an hour', () => {
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  let now = 0;
  const watch = createProxyWatch(PUBLIC, createLog({ level: 'info', destination }), () => now);
  for (const host of ['prp_assistant', 'upstream', 'www.clinic.example']) watch(requestWith({ ...FINE, host }));
  now += 59 * 60_000;
  watch(requestWith({ ...FINE, host: 'prp_assistant' }));
  expect(lines.map((line) => (JSON.parse(line) as { reason: string }).reason)).toEqual(['host', 'other-host']);
  expect(lines[0]).toContain('proxy_set_header Host');
});
