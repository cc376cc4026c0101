import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isAt, menuOf, placeAt } from '../src/components/menu-groups.ts';
import type { Grant } from '../src/components/who-sees.ts';
import { ROLE_NAMES } from '../src/searches/audit.ts';

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
});
