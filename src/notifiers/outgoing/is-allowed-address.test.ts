import { expect, test } from 'vitest';
import { isAllowedAddress } from './is-allowed-address.ts';

test.each(['93.184.216.34', '1.1.1.1', '2606:4700:4700::1111', '2A00:1450:4007:80E::200E'])(
  'a request may go to %s, which is routed over the internet',
  (address) => {
    expect(isAllowedAddress(address, false)).toBe(true);
  },
);

test.each(['127.0.0.1', '127.255.255.254', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.9', '100.64.0.1'])(
  'a request may go to %s, of a network of one’s own, only where the operator says so',
  (address) => {
    expect([isAllowedAddress(address, false), isAllowedAddress(address, true)]).toEqual([false, true]);
  },
);

test.each(['::1', 'fd12:3456:789a::1', 'fc00::1'])(
  'a request may go to %s, of a network of one’s own by IPv6, only where the operator says so',
  (address) => {
    expect([isAllowedAddress(address, false), isAllowedAddress(address, true)]).toEqual([false, true]);
  },
);

const never: readonly [string, string][] = [
  ['unspecified', '0.0.0.0'],
  ['unspecified', '0.1.2.3'],
  ['unspecified', '::'],
  ['link-local', '169.254.1.1'],
  ['link-local', 'fe80::1'],
  ['link-local with a zone', 'fe80::1%eth0'],
  ['multicast', '224.0.0.1'],
  ['multicast', 'ff02::1'],
  ['broadcast', '255.255.255.255'],
  ['reserved', '240.0.0.1'],
  ['reserved for documentation', '192.0.2.1'],
  ['reserved for documentation', '2001:db8::1'],
  ['for benchmarks', '198.18.0.1'],
  ['IPv4-mapped', '::ffff:127.0.0.1'],
  ['IPv4-mapped', '::ffff:1.1.1.1'],
  ['IPv4-mapped in hexadecimal', '::ffff:7f00:1'],
  ['IPv4-compatible', '::127.0.0.1'],
  ['NAT64', '64:ff9b::10.0.0.1'],
  ['NAT64', '64:ff9b::808:808'],
  ['local NAT64', '64:ff9b:1::a00:1'],
  ['6to4', '2002:7f00:1::'],
  ['Teredo', '2001::1'],
  ['site-local', 'fec0::1'],
  ['cloud metadata', '169.254.169.254'],
  ['cloud metadata', '100.100.100.200'],
  ['cloud metadata', '168.63.129.16'],
  ['cloud metadata', 'fd00:ec2::254'],
  ['cloud metadata written out', 'FD00:0EC2:0:0:0:0:0:254'],
  ['a name', 'example.org'],
  ['nothing', ''],
];
test.each(never)('a request never goes to an address that is %s (%s)', (_, address) => {
  expect([isAllowedAddress(address, false), isAllowedAddress(address, true)]).toEqual([false, false]);
});
