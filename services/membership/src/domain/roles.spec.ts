import { describe, expect, it } from '@jest/globals';
import { ROLES } from '@jiangong/access';
import { deciderSpec } from '@jiangong/event-store/testing';
import { personDecider } from './decider.ts';
import type { PersonFact, PersonRegistered, RoleGranted, RoleRevoked } from './facts.ts';
import { GRANTS_MAX } from './limits.ts';
import type { GrantRole } from './orders.ts';
import { mayGive } from './roles.ts';

const { given } = deciderSpec(personDecider);
const now = '2024-03-01T02:00:00.000Z';
const registered: PersonRegistered = {
  type: 'PersonRegistered.v1',
  data: { personId: 'p1', organizationId: 'u1', effectiveOn: '2024-01-01', name: '王小明' },
};
const grant: GrantRole = {
  type: 'GrantRole',
  grantId: 'g1',
  role: 'unit-officer',
  organizationId: 'u1',
  organization: { kind: 'known', organizationKind: 'unit', dissolved: false },
  from: null,
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
    from: now,
    until: null,
    grantedAt: now,
    grantedBy: 'o1',
  },
};
const committee = { kind: 'known', organizationKind: 'working-committee', dissolved: false } as const;

describe('granting', () => {
  it('every role of the access rule can be given by somebody', () => {
    const givers = ['committee-officer', 'committee-leader', 'unit-officer'];
    expect(ROLES.filter((role) => !mayGive(givers, role))).toEqual([]);
  });
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
    const past: RoleGranted = {
      ...granted,
      data: { ...granted.data, from: '2023-01-01T00:00:00.000Z', until: '2024-02-01T00:00:00.000Z' },
    };
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

describe('from when until when', () => {
  const from = (text: string, before: readonly PersonFact[] = []) =>
    given(registered, ...before).when({ ...grant, grantId: 'g2', from: text });
  const grantedFrom = (text: string): RoleGranted => ({
    ...granted,
    data: { ...granted.data, grantId: 'g2', from: text },
  });
  it('a grant begins some weeks back at most, or up to a year ahead', () => {
    for (const instant of ['2024-01-29T16:00:00.000Z', '2024-02-20T01:00:00.000Z', '2025-03-01T01:00:00.000Z'])
      from(instant).then(grantedFrom(instant));
    from('2024-01-29T15:59:59.999Z').thenRefused({ reason: 'EFFECTIVE_TOO_EARLY', field: 'from' });
    from('2025-03-02T16:00:00.000Z').thenRefused({ reason: 'EFFECTIVE_TOO_LATE', field: 'from' });
    from('2024-02-31').thenRefused({ reason: 'INSTANT_INVALID', field: 'from' });
  });
  it('a grant ended by mistake is given anew, from that end on and not before', () => {
    const past: RoleGranted = { ...granted, data: { ...granted.data, from: '2022-01-01T00:00:00.000Z' } };
    const revoked: PersonFact = {
      type: 'RoleRevoked.v1',
      data: {
        ...{ personId: 'p1', grantId: 'g1', role: 'unit-officer', organizationId: 'u1' },
        ...{ effectiveOn: '2023-10-01', endsAt: '2023-09-30T16:00:00.000Z', because: 'mistake' },
      },
    };
    from('2023-09-30T16:00:00.000Z', [past, revoked]).then(grantedFrom('2023-09-30T16:00:00.000Z'));
    from('2023-09-30T15:59:59.999Z', [past, revoked]).thenRefused({ reason: 'EFFECTIVE_TOO_EARLY', field: 'from' });
  });
  it('an ended grant is counted nowhere: neither against the same role, nor as incompatible, nor in the number', () => {
    const many = Array.from({ length: GRANTS_MAX }, (_, n): RoleGranted => {
      const role = n === 0 ? 'auditor' : 'unit-officer';
      const span = { from: '2022-01-01T00:00:00.000Z', until: '2023-01-01T00:00:00.000Z' };
      return { ...granted, data: { ...granted.data, grantId: `m${n}`, role, organizationId: `m${n}`, ...span } };
    });
    given(registered, ...many)
      .when(grant)
      .then(granted);
  });
  it('a grant to come is counted: against the same role, and as incompatible', () => {
    const coming: RoleGranted = {
      ...granted,
      data: { ...granted.data, role: 'auditor', from: '2024-06-01T00:00:00.000Z' },
    };
    given(registered, coming)
      .when({ ...grant, grantId: 'g2' })
      .thenRefused({ reason: 'ROLES_INCOMPATIBLE', field: 'role' });
    given(registered, coming)
      .when({ ...grant, grantId: 'g2', until: '2024-05-01T00:00:00.000Z' })
      .then({ ...granted, data: { ...granted.data, grantId: 'g2', until: '2024-05-01T00:00:00.000Z' } });
  });
  it('the end lies after the beginning', () =>
    given(registered)
      .when({ ...grant, from: '2024-06-01T00:00:00.000Z', until: '2024-05-01T00:00:00.000Z' })
      .thenRefused({ reason: 'INSTANT_INVALID', field: 'until' }));
});

describe('revoking', () => {
  const revoke = {
    type: 'RevokeRole',
    grantId: 'g1',
    because: 'transfer',
    effectiveOn: null,
    reason: '调离',
    grantorId: 'o1',
    grantorRoles: ['committee-officer'],
    now,
  } as const;
  const held: RoleGranted = { ...granted, data: { ...granted.data, from: '2023-06-01T01:00:00.000Z' } };
  const revoked = (effectiveOn: string, endsAt: string): RoleRevoked => ({
    type: 'RoleRevoked.v1',
    data: {
      ...{ personId: 'p1', grantId: 'g1', role: 'unit-officer', organizationId: 'u1' },
      ...{ effectiveOn, endsAt, because: 'transfer', prose: { why: '调离' } },
    },
  });
  it('ends a grant at once, or from a day on', () => {
    given(registered, held).when(revoke).then(revoked('2024-03-01', now));
    for (const [day, instant] of [
      ['2024-03-01', now],
      ['2024-02-01', '2024-01-31T16:00:00.000Z'],
      ['2024-05-01', '2024-04-30T16:00:00.000Z'],
      ['2023-06-01', '2023-06-01T01:00:00.000Z'],
    ] as const)
      given(registered, held)
        .when({ ...revoke, effectiveOn: day })
        .then(revoked(day, instant));
  });
  it.each([
    ['2023-05-31', 'EFFECTIVE_TOO_EARLY'],
    ['2025-03-03', 'EFFECTIVE_TOO_LATE'],
    ['2024-02-30', 'DAY_INVALID'],
  ] as const)('not from %s on', (effectiveOn, reason) =>
    given(registered, held)
      .when({ ...revoke, effectiveOn })
      .thenRefused({ reason, field: 'effectiveOn' }),
  );
  it('never lengthens: an end after the end that was set is refused', () =>
    given(registered, { ...held, data: { ...held.data, until: '2024-04-01T00:00:00.000Z' } })
      .when({ ...revoke, effectiveOn: '2024-05-01' })
      .thenRefused({ reason: 'EFFECTIVE_TOO_LATE', field: 'effectiveOn' }));
  it('needs a cause of the list, and no text', () => {
    const { data } = revoked('2024-03-01', now);
    const { prose: _prose, ...bare } = data;
    given(registered, held)
      .when({ ...revoke, reason: null })
      .then({ type: 'RoleRevoked.v1', data: bare });
    given(registered, held)
      .when({ ...revoke, because: '与人不和' })
      .thenRefused({ reason: 'REVOKE_WORD_UNKNOWN', field: 'because' });
  });
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
      const checking: RoleGranted = { ...granted, data: { ...granted.data, role, organizationId: 'root' } };
      given(registered, checking)
        .when(revoke)
        .thenRefused({ reason: 'GRANTOR_MAY_NOT', field: 'role', details: { role } });
    }
  });
  it('not twice, and not what has run out', () => {
    given(registered).when(revoke).thenRefused({ reason: 'GRANT_NOT_FOUND', field: 'grantId' });
    given(registered, held, revoked('2024-02-01', '2024-01-31T16:00:00.000Z'))
      .when(revoke)
      .thenRefused({ reason: 'GRANT_ENDED', field: 'grantId' });
    given(registered, { ...held, data: { ...held.data, until: '2024-02-01T00:00:00.000Z' } })
      .when(revoke)
      .thenRefused({ reason: 'GRANT_ENDED', field: 'grantId' });
  });
});
