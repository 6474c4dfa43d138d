import { isIPv6 } from 'node:net';

const GROUPS = 8;
const NETWORK_GROUPS = 4;
const SITE_GROUPS = 3;

/** The network an address belongs to: the first three parts of an IPv4 address, the /48 of an IPv6 address. */
export function readNetwork(address: string): string {
  const group = readAddressGroup(address);
  return group.includes(':') ? group.split(':').slice(0, SITE_GROUPS).join(':') : group.replace(/\.\d+$/, '');
}

/**
 * The key under which an address is counted: an IPv4 address itself, the /64 network of an IPv6 address (one home or
 * phone has a whole one), and the IPv4 address inside a mapped one.
 */
export function readAddressGroup(address: string): string {
  const bare = address.replace(/%.*$/, '').toLowerCase();
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/.exec(bare)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(bare)) return bare;
  const [head = '', tail] = bare.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, GROUPS - before.length - after.length) }, () => '0');
  const groups = tail === undefined ? before : [...before, ...zeros, ...after];
  return groups
    .slice(0, NETWORK_GROUPS)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
