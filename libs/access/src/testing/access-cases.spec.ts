import { describe, expect, it } from '@jest/globals';
import { decide, permissionTable } from '../index.ts';
import { accessCases } from './index.ts';

describe.each(Object.keys(permissionTable))('%s', (action) => {
  it.each(accessCases(action).map((one) => [one.name, one] as const))(
    '%s',
    (_, { subject, grants, resource, expected }) => {
      const decision = decide({
        subject,
        grants,
        action,
        resource,
        now: '2025-11-10T01:00:00.000Z',
      });
      expect(decision.allow ? 'allowed' : decision.reason).toBe(expected);
    },
  );
});

it('an action that the table does not know has no cases', () => {
  expect(() => accessCases('unheard.of')).toThrow('unheard.of');
});
