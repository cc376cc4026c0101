import { BlockList, isIP, isIPv4 } from 'node:net';

/** IPv4 networks that are nobody's on the Internet (the IANA registry of special-purpose addresses), and multicast. */
const BARRED_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
] as const;

/** Of IPv6 only global unicast is open, and of that not what carries an IPv4 address in it, nor documentation. */
const OPEN_V6 = '2000::/3';
const BARRED_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'] as const;

const PREFIX = /^(?<address>[0-9a-fA-F:.]+)\/(?<bits>\d{1,3})$/u;

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIPv4(address) ? 'ipv4' : 'ipv6');

/** A list of networks. Throws on what is none: a setting that is wrong must not pass for an empty one. */
export const networksOf = (prefixes: readonly string[]): BlockList => {
  const list = new BlockList();
  for (const prefix of prefixes) {
    const { address = '', bits = '' } = PREFIX.exec(prefix)?.groups ?? {};
    const most = isIP(address) === 4 ? 32 : isIP(address) === 6 ? 128 : -1;
    if (Number(bits) > most) throw new Error(`not a network: ${prefix}`);
    list.addSubnet(address, Number(bits), familyOf(address));
  }
  return list;
};

const barredV4 = networksOf(BARRED_V4);
const openV6 = networksOf([OPEN_V6]);
const barredV6 = networksOf(BARRED_V6);

/** Whether nothing may be sent to an address: loopback, private, link-local (where clouds tell their secrets), and all that is no host of the Internet. `allowed` wins. */
export const isBarred = (address: string, allowed: BlockList): boolean => {
  const family = familyOf(address);
  if (isIP(address) === 0) return true;
  if (allowed.check(address, family)) return false;
  return family === 'ipv4'
    ? barredV4.check(address, family)
    : !openV6.check(address, family) || barredV6.check(address, family);
};
