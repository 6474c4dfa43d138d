import { readAddressGroup } from '../../../src/channels/direct-line/address-group';

describe('readAddressGroup', () => {
  it.each([
    ['IPv4', '192.0.2.7', '192.0.2.7'],
    ['IPv4 inside IPv6', '::ffff:192.0.2.7', '192.0.2.7'],
    ['IPv6', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['IPv6 of the same network', '2001:DB8:1:2::9', '2001:db8:1:2'],
    ['IPv6 with leading zeros', '2001:0db8:0001:0002::1', '2001:db8:1:2'],
    ['IPv6 with a gap in front', '::1', '0:0:0:0'],
    ['IPv6 with a gap inside the network', '2001:db8::1', '2001:db8:0:0'],
    ['IPv6 with a zone', 'fe80::1%eth0', 'fe80:0:0:0'],
    ['none', '', ''],
  ])('%s', (_name, address, group) => {
    expect(readAddressGroup(address)).toBe(group);
  });
});
