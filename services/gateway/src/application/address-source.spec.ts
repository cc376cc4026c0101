import { describe, expect, it } from '@jest/globals';
import { addressSourceOf, fingerprint } from './address-source.ts';

describe('where somebody sits', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7', '192.0.2'],
    ['::ffff:192.0.2.7', '192.0.2.7', '192.0.2'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2/64', '2001:db8:1/48'],
    ['2001:0db8:0001:0002:ffff::9', '2001:db8:1:2/64', '2001:db8:1/48'],
    ['2001:db8::1', '2001:db8:0:0/64', '2001:db8:0/48'],
    ['::1', '0:0:0:0/64', '0:0:0/48'],
    ['fe80::1%eth0', 'fe80:0:0:0/64', 'fe80:0:0/48'],
  ])('%s is %s in %s', (address, source, block) => expect(addressSourceOf(address)).toEqual({ source, block }));

  it('is told by a fingerprint that differs from entry to entry', () => {
    const [one, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    expect(fingerprint(one, 'a')).toBe(fingerprint(one, 'a'));
    expect(new Set([fingerprint(one, 'a'), fingerprint(other, 'a'), fingerprint(one, 'b')]).size).toBe(3);
    expect(fingerprint(one, 'a')).toMatch(/^[\w-]{43}$/u);
  });
});
