import type { Grant, Role } from '@jiangong/access';
import { describe, expect, it } from '@jest/globals';
import type { PublicFact } from '@jiangong/messaging';
import { idsOf, mayHear } from './live-audience.ts';

const NOW = '2024-06-01T00:00:00.000Z';
const fact = (data: unknown): PublicFact => ({
  position: 1,
  ordinal: 0,
  context: 'merit_projects',
  stream: 's',
  revision: 0,
  eventId: 'e',
  type: 'merit_projects.EntryDeclared.v1',
  data,
  occurredAt: NOW,
  correlationId: 'c',
  traceparent: null,
});
const grant = (role: Role, organizationPath: string, until: string | null = null): Grant => ({
  grantId: 'g',
  personId: 'me',
  role,
  organizationId: organizationPath.split('/').at(-2) ?? '',
  organizationPath,
  from: '2024-01-01T00:00:00.000Z',
  until,
});
const paths = new Map([
  ['u1', '/root/u1/'],
  ['u10', '/root/u10/'],
]);
const hears = (data: unknown, ...grants: Grant[]) =>
  mayHear(fact(data), { personId: 'me', grants, now: NOW }, (id) => paths.get(id));

describe('who hears of a change', () => {
  it('a unit officer hears of the own unit and of no unit that only looks alike', () => {
    expect(hears({ entryId: 'p', unitId: 'u1' }, grant('unit-officer', '/root/u1/'))).toBe(true);
    expect(hears({ entryId: 'p', unitId: 'u10' }, grant('unit-officer', '/root/u1/'))).toBe(false);
  });

  it('a member or an expert hears only what concerns the own person', () => {
    for (const role of ['member', 'expert', 'operator'] as const) {
      expect(hears({ entryId: 'p', unitId: 'u1' }, grant(role, '/root/'))).toBe(false);
      expect(hears({ entryId: 'p', unitId: 'u1', leaderPersonId: 'me' }, grant(role, '/root/'))).toBe(true);
    }
  });

  it("nobody hears of another evaluator's sheet", () => {
    expect(hears({ roundId: 'r', personId: 'other' }, grant('committee-officer', '/root/'))).toBe(false);
    expect(hears({ roundId: 'r', personId: 'me' })).toBe(true);
  });

  it('a grant that has ended does not reach', () => {
    expect(hears({ unitId: 'u1' }, grant('unit-officer', '/root/u1/', '2024-05-01T00:00:00.000Z'))).toBe(false);
  });

  it('what concerns everybody reaches everybody', () => {
    expect(hears({ editionId: 'e', stage: 'scoring' })).toBe(true);
  });

  it('ids are sent, contents are not', () => {
    expect(idsOf({ entryId: 'p', title: '标题', unitId: 'u1', rank: 3, resultHash: 'x' })).toEqual({
      entryId: 'p',
      unitId: 'u1',
    });
  });
});
