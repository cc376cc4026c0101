import { describe, expect, it } from '@jest/globals';
import { ROLES as ACCESS_ROLES } from '@jiangong/access';
import { deciderSpec } from '@jiangong/event-store/testing';
import { personDecider } from './decider.ts';
import type { PersonFact, PersonRegistered, RoleGranted } from './facts.ts';
import { GRANTS_MAX } from './limits.ts';
import type { GrantRole } from './orders.ts';
import { ROLES } from './roles.ts';

const { given } = deciderSpec(personDecider);
const now = '2024-03-01T02:00:00.000Z';
const registered: PersonRegistered = {
  type: 'PersonRegistered.v1',
  data: { personId: 'p1', organizationId: 'u1', name: '王小明' },
};
const grant: GrantRole = {
  kind: 'GrantRole',
  grantId: 'g1',
  role: 'unit-officer',
  organizationId: 'u1',
  organization: { kind: 'known', organizationKind: 'unit', dissolved: false },
  until: null,
  grantorId: 'o1',
  grantorRoles: ['committee-officer'],
  leaderInOffice: true,
  now,
};
const granted: RoleGranted = {
  type: 'RoleGranted.v1',
  data: {
    personId: 'p1',
    grantId: 'g1',
    role: 'unit-officer',
    organizationId: 'u1',
    grantedAt: now,
    until: null,
    grantedBy: 'o1',
  },
};
const committee = { kind: 'known', organizationKind: 'working-committee', dissolved: false } as const;

describe('granting', () => {
  it('knows the roles of the access rule, no more and no fewer', () =>
    expect([...ROLES].toSorted()).toEqual([...ACCESS_ROLES].toSorted()));
  it('a role is granted', () => given(registered).when(grant).then(granted));
  it('nobody grants himself a role', () =>
    given(registered)
      .when({ ...grant, grantorId: 'p1' })
      .thenRefused({ reason: 'OWN_GRANT', field: 'personId' }));
  it('who holds nothing there grants nothing', () =>
    given(registered)
      .when({ ...grant, grantorRoles: [] })
      .thenRefused({ reason: 'GRANTOR_MAY_NOT', field: 'role', details: { role: 'unit-officer' } }));
  it('a unit officer staffs the branches, and nothing else', () => {
    const branch = { kind: 'known', organizationKind: 'branch', dissolved: false } as const;
    const byUnit = { ...grant, grantorRoles: ['unit-officer'] };
    const secretary = { ...byUnit, role: 'branch-secretary', organizationId: 'b1', organization: branch };
    given(registered)
      .when(secretary)
      .then({ ...granted, data: { ...granted.data, role: 'branch-secretary', organizationId: 'b1' } });
    for (const role of ['unit-officer', 'expert', 'discipline-inspector', 'auditor'])
      given(registered)
        .when({ ...byUnit, role })
        .thenRefused({ reason: 'GRANTOR_MAY_NOT', field: 'role' });
  });
  it('a role fits the kind of the organization', () =>
    given(registered)
      .when({ ...grant, role: 'committee-leader' })
      .thenRefused({
        reason: 'ROLE_NOT_FOR_KIND',
        field: 'role',
        details: { role: 'committee-leader', organizationKind: 'unit' },
      }));
  it('who leads, inspects and audits is named by the leadership, not by an officer', () => {
    for (const role of ['committee-leader', 'discipline-inspector', 'auditor'] as const) {
      const there = { ...grant, role, organizationId: 'root', organization: committee };
      given(registered).when(there).thenRefused({ reason: 'GRANTOR_MAY_NOT', field: 'role', details: { role } });
      given(registered)
        .when({ ...there, grantorRoles: ['committee-leader'] })
        .then({ ...granted, data: { ...granted.data, role, organizationId: 'root' } });
    }
  });
  it('the first leader, where nobody leads, is named by an officer; an inspector or auditor is not', () => {
    const first = { ...grant, organizationId: 'root', organization: committee, leaderInOffice: false };
    given(registered)
      .when({ ...first, role: 'committee-leader' })
      .then({ ...granted, data: { ...granted.data, role: 'committee-leader', organizationId: 'root' } });
    for (const role of ['discipline-inspector', 'auditor'])
      given(registered)
        .when({ ...first, role })
        .thenRefused({ reason: 'GRANTOR_MAY_NOT', field: 'role', details: { role } });
    given(registered)
      .when({ ...first, role: 'committee-leader', grantorRoles: ['unit-officer'] })
      .thenRefused({ reason: 'GRANTOR_MAY_NOT', field: 'role' });
  });
  it('inspectors and auditors hold no acting office', () => {
    given(registered, granted)
      .when({ ...grant, grantId: 'g2', role: 'auditor', grantorRoles: ['committee-leader'] })
      .thenRefused({ reason: 'ROLES_INCOMPATIBLE', field: 'role', details: { role: 'auditor', held: 'unit-officer' } });
    const inspector: RoleGranted = {
      ...granted,
      data: { ...granted.data, role: 'discipline-inspector', organizationId: 'root' },
    };
    given(registered, inspector)
      .when({ ...grant, grantId: 'g2', role: 'committee-officer', organizationId: 'root', organization: committee })
      .thenRefused({ reason: 'ROLES_INCOMPATIBLE', field: 'role' });
  });
  it('the same role over the same organization is granted once while it lasts', () => {
    given(registered, granted)
      .when({ ...grant, grantId: 'g2' })
      .thenRefused({ reason: 'ALREADY_GRANTED', field: 'role' });
    const past: RoleGranted = { ...granted, data: { ...granted.data, until: '2024-02-01T00:00:00.000Z' } };
    given(registered, past)
      .when({ ...grant, grantId: 'g2' })
      .then({ ...granted, data: { ...granted.data, grantId: 'g2' } });
  });
  it('an end lies in the future', () => {
    given(registered)
      .when({ ...grant, until: now })
      .thenRefused({ reason: 'INSTANT_INVALID', field: 'until' });
    given(registered)
      .when({ ...grant, until: 'soon' })
      .thenRefused({ reason: 'INSTANT_INVALID', field: 'until' });
  });
  it('unknown roles, organizations and dissolved ones are refused', () => {
    given(registered)
      .when({ ...grant, role: 'emperor' })
      .thenRefused({ reason: 'ROLE_UNKNOWN', field: 'role' });
    given(registered)
      .when({ ...grant, organization: { kind: 'unknown' } })
      .thenRefused({ reason: 'ORGANIZATION_NOT_FOUND', field: 'organizationId' });
    given(registered)
      .when({ ...grant, organization: { ...committee, dissolved: true } })
      .thenRefused({ reason: 'ORGANIZATION_DISSOLVED', field: 'organizationId' });
  });
  it('grants are limited in number', () => {
    const many: PersonFact[] = Array.from({ length: GRANTS_MAX }, (_, n) => ({
      ...granted,
      data: { ...granted.data, grantId: `m${n}`, organizationId: `m${n}` },
    }));
    given(registered, ...many)
      .when(grant)
      .thenRefused({ reason: 'TOO_MANY_GRANTS', details: { grantsMax: GRANTS_MAX } });
  });
});

describe('revoking', () => {
  const revoke = {
    kind: 'RevokeRole',
    grantId: 'g1',
    reason: '调离',
    grantorId: 'o1',
    grantorRoles: ['committee-officer'],
    now,
  } as const;
  it('a grant is revoked with a reason', () =>
    given(registered, granted)
      .when(revoke)
      .then({
        type: 'RoleRevoked.v1',
        data: { personId: 'p1', grantId: 'g1', role: 'unit-officer', organizationId: 'u1', reason: '调离' },
      }));
  it('only by who could give it, and not by the holder', () => {
    given(registered, granted)
      .when({ ...revoke, grantorRoles: ['unit-officer'] })
      .thenRefused({ reason: 'GRANTOR_MAY_NOT', field: 'role' });
    given(registered, granted)
      .when({ ...revoke, grantorId: 'p1' })
      .thenRefused({ reason: 'OWN_GRANT', field: 'personId' });
  });
  it('no officer ends a leader, an inspector or an auditor', () => {
    for (const role of ['committee-leader', 'discipline-inspector', 'auditor'] as const) {
      const held: RoleGranted = { ...granted, data: { ...granted.data, role, organizationId: 'root' } };
      given(registered, held).when(revoke).thenRefused({ reason: 'GRANTOR_MAY_NOT', field: 'role', details: { role } });
    }
  });
  it('not twice', () => given(registered).when(revoke).thenRefused({ reason: 'GRANT_NOT_FOUND', field: 'grantId' }));
});
