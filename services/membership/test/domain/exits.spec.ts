import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { personDecider } from '../../src/domain/decider.ts';
import type { PersonFact } from '../../src/domain/facts.ts';
import { EXITS } from '../../src/domain/membership-stage.ts';
import type { MovePerson, RecordExit } from '../../src/domain/orders.ts';
import {
  exit,
  exited,
  expert,
  full,
  given,
  grant,
  member,
  now,
  officer,
  over,
  personId,
  probationary,
  registered,
  revoked,
  rolesOver,
  today,
} from './exit-sample.ts';

describe('a move', () => {
  const move: MovePerson = {
    type: 'MovePerson',
    actId: 'a1',
    organizationId: 'u2',
    organization: { kind: 'known', organizationKind: 'unit', dissolved: false },
    mayReceive: true,
    effectiveOn: '2024-02-01',
    keeps: ['g2'],
    ends: ['g1'],
    rolesOver,
    reason: '调动',
    now,
  };
  it('asks about every grant that has not ended: kept, or ended on the same day', () =>
    given(...member)
      .when(move)
      .then(
        {
          type: 'PersonMoved.v1',
          data: {
            ...{ personId, fromOrganizationId: 'u1', toOrganizationId: 'u2', effectiveOn: '2024-02-01' },
            ...{ keeps: ['g2'], ends: ['g1'], prose: { why: '调动' } },
          },
        },
        revoked(officer, '2024-02-01', { endsAt: '2024-01-31T16:00:00.000Z', because: 'transfer' }),
      ));
  it('is refused while one of them is unanswered, answered twice, or nobody knows it', () => {
    const asked = given(...member);
    asked
      .when({ ...move, keeps: [] })
      .thenRefused({ reason: 'GRANTS_NOT_ANSWERED', field: 'keeps', details: { grantIds: 'g2' } });
    asked.when({ ...move, keeps: ['g1', 'g2'] }).thenRefused({ reason: 'GRANT_ANSWERED_TWICE', field: 'keeps' });
    asked.when({ ...move, keeps: ['g2', 'g9'] }).thenRefused({ reason: 'GRANT_NOT_FOUND', field: 'keeps' });
    asked.when({ ...move, ends: ['g1', 'g0'] }).thenRefused({ reason: 'GRANT_NOT_FOUND', field: 'ends' });
  });
  it('ends only what whoever orders it could take away', () =>
    given(...member)
      .when({ ...move, rolesOver: { u1: ['unit-officer'], root: [] } })
      .thenRefused({ reason: 'GRANTOR_MAY_NOT', field: 'ends', details: { grantId: 'g1', role: 'unit-officer' } }));
  it('leads only where the caller may register people, and is none to where the person is', () => {
    given(...member)
      .when({ ...move, mayReceive: false })
      .thenRefused({ reason: 'NEW_ORGANIZATION_OUTSIDE_GRANT', field: 'organizationId' });
    given(...member)
      .when({ ...move, organizationId: 'u1' })
      .then();
  });
  it.each([
    ['2022-12-31', 'EFFECTIVE_TOO_EARLY'],
    ['2025-03-03', 'EFFECTIVE_TOO_LATE'],
  ] as const)('does not take effect on %s', (effectiveOn, reason) =>
    given(...member)
      .when({ ...move, effectiveOn })
      .thenRefused({ reason, field: 'effectiveOn' }),
  );
  it('never before the move before', () =>
    given(registered, {
      type: 'PersonMoved.v1',
      data: {
        ...{ personId, fromOrganizationId: 'u0', toOrganizationId: 'u1', effectiveOn: '2024-02-15' },
        ...{ keeps: [], ends: [], prose: { why: '调动' } },
      },
    })
      .when({ ...move, keeps: [], ends: [] })
      .thenRefused({ reason: 'EFFECTIVE_TOO_EARLY', field: 'effectiveOn', details: { earliest: '2024-02-15' } }));
  it('of the dead and the expelled is none', () => {
    for (const kind of ['deceased', 'expelled'] as const)
      given(registered, full, exited(kind, { ends: [] }))
        .when({ ...move, keeps: [], ends: [] })
        .thenRefused({ reason: 'PERSON_EXITED', details: { stage: kind } });
  });
});

describe('an exit', () => {
  it('asks about every grant that has not ended', () => {
    given(...member)
      .when(exit)
      .then(exited('resigned', { keeps: ['g2'], ends: ['g1'] }), revoked(officer, today, {}));
    given(...member)
      .when({ ...exit, ends: [] })
      .thenRefused({ reason: 'GRANTS_NOT_ANSWERED', field: 'keeps' });
  });
  it('by death or expulsion ends every grant in the same append, unasked', () => {
    // The third has ended since that day: it ends as of it.
    const ends = ['g0', 'g1', 'g2'];
    const papers = { effectiveOn: '2024-02-20', keeps: [], ends: [], reason: null };
    given(...member)
      .when({ ...exit, ...papers, kind: 'deceased' })
      .then(
        exited('deceased', { effectiveOn: '2024-02-20', ends, prose: { why: '' } }),
        revoked(over, '2024-02-20', { endsAt: '2024-02-19T16:00:00.000Z' }),
        revoked(officer, '2024-02-20', { endsAt: '2024-02-19T16:00:00.000Z' }),
        revoked(expert, '2024-02-20', { endsAt: '2024-02-19T16:00:00.000Z' }),
      );
    given(...member)
      .when({ ...exit, ...papers, kind: 'expelled', reason: '严重违纪' })
      .then(
        exited('expelled', { effectiveOn: '2024-02-20', ends, prose: { why: '严重违纪' } }),
        revoked(over, '2024-02-20', { endsAt: '2024-02-19T16:00:00.000Z' }),
        revoked(officer, '2024-02-20', { endsAt: '2024-02-19T16:00:00.000Z' }),
        revoked(expert, '2024-02-20', { endsAt: '2024-02-19T16:00:00.000Z' }),
      );
    given(...member)
      .when({ ...exit, kind: 'expelled', keeps: ['g1'] })
      .thenRefused({ reason: 'EXIT_ENDS_ALL_GRANTS', field: 'keeps' });
  });
  it("of a committee's only leader can be recorded by its officer, and not by a unit's", () => {
    const leader = grant('g3', 'committee-leader', 'root');
    const died: RecordExit = { ...exit, kind: 'deceased', keeps: [], ends: [] };
    const by = (roles: readonly string[]) =>
      given(registered, full, leader).when({ ...died, rolesOver: { root: roles } });
    expect(by(['committee-officer']).decision()).toMatchObject([{ data: { kind: 'deceased', ends: ['g3'] } }, {}]);
    by(['unit-officer']).thenRefused({ reason: 'GRANTOR_MAY_NOT', field: 'ends' });
  });
  it('leads from where it can: members leave, probation is cancelled with approval, anybody dies, once', () => {
    const of = (kind: string, before: readonly PersonFact[], more: Partial<RecordExit> = {}) =>
      given(registered, ...before).when({ ...exit, kind, keeps: [], ends: [], ...more });
    of('resigned', []).thenRefused({ reason: 'EXIT_NOT_POSSIBLE', field: 'kind' });
    of('probation-cancelled', [full]).thenRefused({ reason: 'EXIT_NOT_POSSIBLE', field: 'kind' });
    of('probation-cancelled', [probationary]).thenRefused({ reason: 'APPROVAL_MISSING', field: 'approvedOn' });
    of('probation-cancelled', [probationary], { approvedOn: today }).then(
      exited('probation-cancelled', { formerStage: 'probationary', approvedOn: today, ends: [] }),
    );
    of('deceased', [], { reason: null }).then(
      exited('deceased', { formerStage: 'none', ends: [], prose: { why: '' } }),
    );
    of('deceased', [exited('deceased', { ends: [] })]).thenRefused({ reason: 'EXIT_NOT_POSSIBLE', field: 'kind' });
    of('promoted', [full]).thenRefused({ reason: 'EXIT_UNKNOWN', field: 'kind' });
    of('resigned', [full], { reason: null }).thenRefused({ reason: 'TEXT_EMPTY', field: 'reason' });
    of('resigned', [full], { effectiveOn: '2025-03-03' }).thenRefused({
      reason: 'EFFECTIVE_TOO_LATE',
      field: 'effectiveOn',
    });
    of('resigned', [probationary], { effectiveOn: '2023-04-30' }).thenRefused({
      reason: 'DAY_BEFORE_STAGE',
      field: 'effectiveOn',
    });
  });
  it('by death or expulsion leaves nobody to whom a role could be given', () => {
    for (const kind of ['deceased', 'expelled'] as const)
      given(registered, full, exited(kind, { ends: [] }))
        .when({
          type: 'GrantRole',
          grantId: 'g9',
          role: 'member',
          organizationId: 'u1',
          organization: { kind: 'known', organizationKind: 'unit', dissolved: false },
          leaderInOffice: true,
          from: null,
          until: null,
          grantorId: 'o1',
          grantorRoles: ['committee-officer'],
          now,
        })
        .thenRefused({ reason: 'PERSON_EXITED', details: { stage: kind } });
  });
});

describe('whatever the exit', () => {
  it('no grant is forgotten: each that has not ended is kept or ended, and after death or expulsion none counts', () => {
    fc.assert(
      fc.property(fc.constantFrom(...EXITS), fc.subarray(['g1', 'g2', 'g3']), (kind, kept) => {
        const grants = [officer, expert, grant('g3', 'member', 'u1')];
        const before: readonly PersonFact[] = [
          registered,
          kind === 'probation-cancelled' ? probationary : full,
          ...grants,
        ];
        const all = kind === 'deceased' || kind === 'expelled';
        const ends = grants.map(({ data }) => data.grantId).filter((id) => !kept.includes(id));
        const answer = all ? { keeps: [], ends: [] } : { keeps: kept, ends };
        const facts = given(...before)
          .when({ ...exit, kind, approvedOn: today, ...answer })
          .decision();
        if ('reason' in facts) throw new Error(facts.reason);
        const ended = facts.flatMap((fact) => (fact.type === 'RoleRevoked.v1' ? [fact.data.grantId] : []));
        expect(ended).toEqual(all ? ['g1', 'g2', 'g3'] : ends);
        const after = [...before, ...facts].reduce(personDecider.evolve, personDecider.initial);
        if (after.kind !== 'registered') throw new Error('an exit erases nobody');
        expect(after.grants.filter(({ until }) => until === null).map(({ grantId }) => grantId)).toEqual(
          all ? [] : kept,
        );
      }),
    );
  });
});
