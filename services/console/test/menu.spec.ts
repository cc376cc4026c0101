import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isAt, menuOf, placeAt } from '../src/components/menu-groups.ts';
import type { Grant } from '../src/components/who-sees.ts';
import { ROLE_NAMES } from '../src/searches/audit.ts';

const ROUTES = join(import.meta.dirname, '../src/routes');

/** Addresses of all pages, each with something in the place of what changes. */
const addresses = readdirSync(ROUTES).flatMap((name) =>
  [...readFileSync(join(ROUTES, name), 'utf8').matchAll(/path: '(?<path>\/[^']*)'/gu)].map(({ groups }) =>
    (groups?.['path'] ?? '').replaceAll(/\$\w+/gu, 'x'),
  ),
);

/** Pages without a place in any menu, and from where one comes to them. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  '/inbox': 'the head of every page',
  '/my-account': 'the head of every page',
  '/my-record': 'one’s own account',
  '/public/vote': 'a slip of paper with a code',
  '/public/works': 'a slip of paper with a code',
};

const grantsOf = (...roles: readonly Grant['role'][]): readonly Grant[] =>
  roles.map((role) => ({ role, organizationId: 'a' }) as Grant);

const placesOf = (grants: readonly Grant[] | undefined): readonly string[] =>
  menuOf(grants).flatMap(({ places }) => places.map(({ to }) => to));

describe('the main menu', () => {
  it.each(ROLE_NAMES)('of the role %s has at most seven lines', (role) => {
    expect(menuOf(grantsOf(role)).length).toBeLessThanOrEqual(7);
  });

  it('of a visitor is what the public reads, without groups', () => {
    expect(menuOf(undefined).map(({ text }) => text)).toEqual(['notices', 'honours', 'certificates']);
  });

  it('loses no place by its groups: more roles show what each of them shows, but for public pages that have one of their own', () => {
    const some = fc.uniqueArray(fc.constantFrom(...ROLE_NAMES), { minLength: 1 });
    fc.assert(
      fc.property(some, (roles) => {
        const all = placesOf(grantsOf(...roles));
        const each = roles.flatMap((role) => placesOf(grantsOf(role))).filter((to) => !to.startsWith('/public'));
        expect(all).toEqual(expect.arrayContaining(each));
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });

  it.each([
    ['/', '/'],
    ['/editions/x', '/editions'],
    ['/editions/x/review', '/review'],
    ['/editions/x/entries', '/entries'],
    ['/editions/x/rounds', '/rounds'],
    ['/rounds/x', '/rounds'],
    ['/rounds/x/sheet', '/my-sheets'],
    ['/rounds/x/checklists', '/my-checklists'],
    ['/rounds/x/bonuses', '/my-bonuses'],
    ['/rounds/x/appeals', '/my-appeals'],
    ['/programmes/new', '/editions'],
    ['/policies/x', '/editions'],
    ['/own-notices/x', '/editions'],
    ['/series/x/naming', '/honours'],
    ['/public/policies', '/editions'],
    ['/organizations/x', '/organizations'],
  ])('%s belongs to the one place %s', (address, to) => {
    const places = menuOf(grantsOf(...ROLE_NAMES)).flatMap((group) => group.places);
    expect(places.filter((place) => isAt(place, address)).map((place) => place.to)).toEqual([to]);
  });

  it('says where one is also to whom the place is not in his menu', () => {
    const address = '/rounds/x/decision';
    const officer = menuOf(grantsOf('unit-officer')).flatMap(({ places }) => places);
    expect(officer.some((place) => isAt(place, address))).toBe(false);
    expect(placeAt(address)?.text).toBe('rounds');
  });

  it.each([...new Set(addresses)])('%s says where one is, or from where one comes there', (address) => {
    expect(placeAt(address) === undefined).toBe(address in ELSEWHERE);
  });
});
