import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { readRemoteAddress } from '../../src/server/remote-address';

const ask = (forwarded: string | undefined, proxies: number, peer = '10.0.0.1'): string => {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: peer });
  const request = new IncomingMessage(socket);
  if (forwarded !== undefined) request.headers['x-forwarded-for'] = forwarded;
  return readRemoteAddress(request, proxies);
};

test.each<[string, string | undefined, number, string]>([
  ['nobody in front', undefined, 0, '10.0.0.1'],
  ['nobody in front, whatever the client claims', '203.0.113.7', 0, '10.0.0.1'],
  ['one proxy', '203.0.113.7', 1, '203.0.113.7'],
  ['one proxy, and a client that claims to be another', '198.51.100.1, 203.0.113.7', 1, '203.0.113.7'],
  ['two proxies', '203.0.113.7, 10.0.0.2', 2, '203.0.113.7'],
  ['one proxy that says nothing', undefined, 1, '10.0.0.1'],
  ['fewer proxies than set', '203.0.113.7', 3, '203.0.113.7'],
])('%s', (_name, forwarded, proxies, address) => {
  expect(ask(forwarded, proxies)).toBe(address);
});

test('an IPv4 address in IPv6 clothes is the same address', () => {
  expect(ask(undefined, 0, '::ffff:203.0.113.7')).toBe('203.0.113.7');
});

test.each([
  ['203.0.113.7:51234', '203.0.113.7'],
  ['[2001:db8::1]:443', '2001:db8::1'],
  ['2001:db8::1', '2001:db8::1'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
])('an address as Azure Application Gateway and IIS write it: %s', (entry, address) => {
  expect(ask(entry, 1)).toBe(address);
});
