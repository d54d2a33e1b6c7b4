import { BlockList, isIP } from 'node:net';

const own = new BlockList();
for (const [net, prefix] of [
  ['10.0.0.0', 8],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  own.addSubnet(net, prefix);
}
for (const [net, prefix] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const) {
  own.addSubnet(net, prefix, 'ipv6');
}

/**
 * Where a request comes from, to tell visitors apart: the address that opened the connection, or with trusted proxies the
 * one that the outermost of them saw. Undefined when that is not known: an address of a network of our own may be that of
 * a proxy nobody told us of, and then of everyone. Of IPv6 the network of 64 bits, of which one visitor has all addresses.
 */
export function visitorAddress(peer: string | undefined, forwardedFor: string | null, hops: number) {
  const said = (forwardedFor ?? '').split(',').map((one) => one.trim());
  const address = plain(hops === 0 ? (peer ?? '') : (said.at(-hops) ?? ''));
  const version = isIP(address);
  if (version === 0) return undefined;
  if (hops === 0 && own.check(address, version === 6 ? 'ipv6' : 'ipv4')) return undefined;
  return version === 6 ? networkOf(address) : address;
}

/** Without a port, brackets or a zone; an IPv4 address in IPv6 as it is. */
const plain = (address: string) =>
  address
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1')
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=[\d.]+$)/i, '');

function networkOf(address: string) {
  const [before = [], after = []] = address.split('::').map((half) => half.split(':').filter(Boolean));
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  const groups = [...before, ...zeros, ...after].slice(0, 4).map((group) => parseInt(group, 16).toString(16));
  return `${groups.join(':')}::/64`;
}
