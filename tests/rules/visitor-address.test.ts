import { expect, test } from 'vitest';
import { visitorAddress } from '../../site/visitor-address.ts';

test.each([
  ['the address of the connection', '192.0.2.7', null, 0, '192.0.2.7'],
  ['without believing what the visitor says', '192.0.2.7', '198.51.100.1', 0, '192.0.2.7'],
  ['an IPv4 address that is written as IPv6', '::ffff:192.0.2.7', null, 0, '192.0.2.7'],
  ['of IPv6 the network', '2001:db8:1:2:3:4:5:6', null, 0, '2001:db8:1:2::/64'],
  ['of IPv6 the network, also when zeros are left out', '2001:db8::5', null, 0, '2001:db8:0:0::/64'],
  ['nobody behind a proxy that is not known', '127.0.0.1', '198.51.100.1', 0, undefined],
  ['nobody on a private network', '::ffff:10.1.2.3', null, 0, undefined],
  ['nobody on a private network of IPv6', 'fd00::1', null, 0, undefined],
  ['nobody without a connection', undefined, null, 0, undefined],
  ['who the one proxy saw', '127.0.0.1', '198.51.100.1', 1, '198.51.100.1'],
  [
    'the last of what it says, whatever stands before',
    '127.0.0.1',
    '1.1.1.1, 198.51.100.1',
    1,
    '198.51.100.1',
  ],
  ['who the outer of two proxies saw', '127.0.0.1', '1.1.1.1, 198.51.100.1, 10.0.0.2', 2, '198.51.100.1'],
  ['nobody who came past the proxies', '192.0.2.7', '198.51.100.1', 2, undefined],
  ['nobody without the header', '192.0.2.7', null, 1, undefined],
  ['an address with a port', '127.0.0.1', '198.51.100.1:1234', 1, '198.51.100.1'],
  ['an address of IPv6 with a port', '127.0.0.1', '[2001:db8::5]:1234', 1, '2001:db8:0:0::/64'],
  ['no address', '127.0.0.1', 'unknown', 1, undefined],
] as const)('tells visitors apart by %s', (_, peer, forwardedFor, hops, expected) => {
  expect(visitorAddress(peer, forwardedFor, hops)).toBe(expected);
});
