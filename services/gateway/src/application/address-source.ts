import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';

/** Where somebody sits on the network: one address and the block around it. In IPv6 one sender has as many addresses as it likes. */
export type AddressSource = Readonly<{ source: string; block: string }>;

const SOURCE_GROUPS_V6 = 4;
const BLOCK_GROUPS_V6 = 3;
const GROUPS_V6 = 8;
const MAPPED_V4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu;

const groupsOf = (address: string): readonly string[] => {
  const [before = '', after] = address.replace(/%.*$/u, '').split('::', 2);
  const heads = before === '' ? [] : before.split(':');
  if (after === undefined) return heads;
  const tails = after === '' ? [] : after.split(':');
  return [
    ...heads,
    ...Array.from({ length: Math.max(0, GROUPS_V6 - heads.length - tails.length) }, () => '0'),
    ...tails,
  ];
};

const first = (groups: readonly string[], count: number): string =>
  groups
    .slice(0, count)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');

/** IPv4: the address, and its /24. IPv6: its /64, and its /48. */
export const addressSourceOf = (given: string): AddressSource => {
  const address = MAPPED_V4.exec(given)?.[1] ?? given;
  if (!isIPv6(address)) return { source: address, block: address.split('.').slice(0, 3).join('.') };
  const groups = groupsOf(address);
  return { source: `${first(groups, SOURCE_GROUPS_V6)}/64`, block: `${first(groups, BLOCK_GROUPS_V6)}/48` };
};

/** What stands for a source outside of this process: nobody reads the address out of it once the entry's key is forgotten. */
export const fingerprint = (entryKey: Buffer, what: string): string =>
  createHmac('sha256', entryKey).update(what, 'utf8').digest('base64url');
