import { describe, expect, it } from '@jest/globals';
import { ROLES as rolesOfTheAccessRule } from '@jiangong/access';
import { ROLES } from '../src/domain/roles.ts';

describe('the roles that are granted', () => {
  it('are those that the access rule knows: the rule book may not import its list', () => {
    expect([...ROLES].toSorted()).toEqual([...rolesOfTheAccessRule].toSorted());
  });
});
