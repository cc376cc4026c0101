import { describe, expect, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import fc from 'fast-check';
import { organizationDecider } from './decider.ts';
import type { OrganizationFounded } from './facts.ts';
import { COMMITTEE_TIERS_MAX, OFFICERS_MAX } from './limits.ts';
import type { AppointOfficer, FoundOrganization } from './orders.ts';
import { ORGANIZATION_KINDS, type OrganizationKind, PARENT_KINDS } from './organization-kinds.ts';
import { type ParentSeen, placeUnder } from './parent-seen.ts';

const { given } = deciderSpec(organizationDecider);
const now = '2024-03-01T02:00:00.000Z';

const root: ParentSeen = { kind: 'live', organizationId: 'root', organizationKind: 'working-committee', tier: 1 };
const unit: OrganizationFounded = {
  type: 'OrganizationFounded.v1',
  data: {
    organizationId: 'u1',
    parentId: 'root',
    kind: 'unit',
    tier: null,
    nameZh: '示范省水利厅',
    nameEn: 'Water Resources',
    code: 'u-001',
    classified: false,
    foundedOn: '2024-03-01',
  },
};
const rootFounded: OrganizationFounded = {
  type: 'OrganizationFounded.v1',
  data: { ...unit.data, organizationId: 'root', parentId: null, kind: 'working-committee', tier: 1 },
};
const found: FoundOrganization = {
  type: 'FoundOrganization',
  organizationId: 'u1',
  parent: root,
  organizationKind: 'unit',
  nameZh: '示范省水利厅',
  nameEn: 'Water Resources',
  code: 'u-001',
  classified: false,
  foundedOn: null,
  now,
};
const today = '2024-03-01';
const later = '2024-09-10T02:00:00.000Z';

describe('founding', () => {
  it('an organization is founded under a live parent', () => given().when(found).then(unit));
  it('the root is founded without a parent', () =>
    given()
      .when({ ...found, organizationId: 'root', parent: { kind: 'none' }, organizationKind: 'working-committee' })
      .then(rootFounded));
  it('the root is founded once', () =>
    given(rootFounded)
      .when({ ...found, parent: { kind: 'none' } })
      .thenRefused({ reason: 'ALREADY_SET_UP' }));
  it('an organization is founded once', () => given(unit).when(found).thenRefused({ reason: 'ALREADY_FOUNDED' }));
  it('nothing is founded under what does not exist', () =>
    given()
      .when({ ...found, parent: { kind: 'absent', organizationId: 'x' } })
      .thenRefused({ reason: 'PARENT_NOT_FOUND', field: 'parentId' }));
  it.each(['dissolving', 'dissolved'] as const)('nothing is founded under a parent that is %s', (kind) =>
    given()
      .when({ ...found, parent: { ...root, kind } })
      .thenRefused({ reason: 'PARENT_DISSOLVED', field: 'parentId' }),
  );
  it('a unit does not stand under a unit', () =>
    given()
      .when({ ...found, parent: { ...root, organizationKind: 'unit', tier: null } })
      .thenRefused({ reason: 'PARENT_NOT_ALLOWED', field: 'parentId', details: { kind: 'unit', parentKind: 'unit' } }));
  it('a committee stands one tier below its parent', () => {
    const decision = given()
      .when({ ...found, organizationKind: 'working-committee' })
      .decision();
    expect(decision).toMatchObject([{ data: { tier: 2 } }]);
  });
  it('committees stand at most so many tiers deep', () =>
    given()
      .when({ ...found, organizationKind: 'working-committee', parent: { ...root, tier: COMMITTEE_TIERS_MAX } })
      .thenRefused({ reason: 'PARENT_NOT_ALLOWED', field: 'parentId' }));
  it('an unknown kind is refused', () =>
    given()
      .when({ ...found, organizationKind: 'club' })
      .thenRefused({ reason: 'ORGANIZATION_KIND_UNKNOWN', field: 'kind' }));
  it.each([
    ['nameZh', { nameZh: '' }, 'NAME_INVALID'],
    ['nameZh', { nameZh: '字'.repeat(101) }, 'NAME_INVALID'],
    ['nameZh', { nameZh: '水利\u0007厅' }, 'NAME_INVALID'],
    ['nameEn', { nameEn: 'x'.repeat(201) }, 'NAME_INVALID'],
    ['code', { code: 'x'.repeat(33) }, 'CODE_INVALID'],
  ] as const)('a wrong %s is refused', (field, wrong, reason) =>
    given()
      .when({ ...found, ...wrong })
      .thenRefused({ reason, field }),
  );
});

describe('names and flags', () => {
  it('a rename keeps the former names in the fact', () =>
    given(unit)
      .when({ type: 'RenameOrganization', nameZh: '示范省水务厅', nameEn: 'Water', effectiveOn: null, now })
      .then({
        type: 'OrganizationRenamed.v1',
        data: {
          organizationId: 'u1',
          nameZh: '示范省水务厅',
          nameEn: 'Water',
          formerNameZh: '示范省水利厅',
          formerNameEn: 'Water Resources',
          effectiveOn: today,
        },
      }));
  it('a rename to the same names changes nothing', () =>
    given(unit)
      .when({ type: 'RenameOrganization', nameZh: '示范省水利厅', nameEn: 'Water Resources', effectiveOn: null, now })
      .then());
  it('the classified flag is set once', () => {
    const classified = { type: 'OrganizationClassified.v1', data: { organizationId: 'u1', classified: true } } as const;
    given(unit).when({ type: 'ClassifyOrganization', classified: true, now }).then(classified);
    given(unit, classified).when({ type: 'ClassifyOrganization', classified: true, now }).then();
  });
  it('what was never founded can not be renamed', () =>
    given()
      .when({ type: 'RenameOrganization', nameZh: '甲', nameEn: '', effectiveOn: null, now })
      .thenRefused({ reason: 'ORGANIZATION_NOT_FOUND', field: 'organizationId' }));
});

describe('moving', () => {
  const city: ParentSeen = { kind: 'live', organizationId: 'city', organizationKind: 'working-committee', tier: 2 };
  it('an organization moves under another parent', () =>
    given(unit)
      .when({ type: 'MoveOrganization', parent: city, reason: '属地管理', effectiveOn: null, now })
      .then({
        type: 'OrganizationMoved.v1',
        data: {
          organizationId: 'u1',
          parentId: 'city',
          formerParentId: 'root',
          effectiveOn: today,
          prose: { why: '属地管理' },
        },
      }));
  it('a move to where it stands changes nothing', () =>
    given(unit).when({ type: 'MoveOrganization', parent: root, reason: '属地管理', effectiveOn: null, now }).then());
  it('the root does not move', () =>
    given(rootFounded)
      .when({ type: 'MoveOrganization', parent: city, reason: '属地管理', effectiveOn: null, now })
      .thenRefused({ reason: 'ROOT_STAYS' }));
  it('a move needs a reason', () =>
    given(unit)
      .when({ type: 'MoveOrganization', parent: city, reason: ' ', effectiveOn: null, now })
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'reason' }));
  it('a committee does not move under one of its own tier or below, so not below itself', () => {
    const cityFounded: OrganizationFounded = {
      ...rootFounded,
      data: { ...rootFounded.data, organizationId: 'city', parentId: 'root', tier: 2 },
    };
    for (const tier of [2, 3])
      given(cityFounded)
        .when({
          type: 'MoveOrganization',
          parent: { ...city, organizationId: 'other', tier },
          reason: '调整',
          effectiveOn: null,
          now,
        })
        .thenRefused({ reason: 'PARENT_NOT_ALLOWED', field: 'parentId' });
  });
  it('every parent comes before its children in one fixed order, so no interleaving of moves closes a circle', () => {
    const rank = (kind: OrganizationKind, tier: number | null): number =>
      ORGANIZATION_KINDS.indexOf(kind) * 100 + (tier ?? 0);
    const kinds = fc.constantFrom(...ORGANIZATION_KINDS);
    const tiers = fc.integer({ min: 1, max: COMMITTEE_TIERS_MAX });
    const tierOf = (kind: OrganizationKind, tier: number): number | null =>
      kind === 'working-committee' ? tier : null;
    fc.assert(
      fc.property(kinds, tiers, kinds, tiers, (kind, tier, parentKind, parentTier) => {
        const above: ParentSeen = {
          kind: 'live',
          organizationId: 'p',
          organizationKind: parentKind,
          tier: tierOf(parentKind, parentTier),
        };
        const placed = placeUnder(above, kind, tierOf(kind, tier));
        if ('place' in placed) expect(rank(parentKind, above.tier)).toBeLessThan(rank(kind, placed.place.tier));
        else expect(PARENT_KINDS[kind].includes(parentKind) && kind !== 'working-committee').toBe(false);
      }),
    );
  });
});

describe('offices', () => {
  const appoint: AppointOfficer = {
    type: 'AppointOfficer',
    appointmentId: 'a1',
    personId: 'p1',
    personKnown: true,
    office: 'secretary',
    effectiveOn: null,
    termEndsOn: '2027-03-01',
    now,
  };
  const appointed = {
    type: 'OfficerAppointed.v1',
    data: {
      organizationId: 'u1',
      appointmentId: 'a1',
      personId: 'p1',
      office: 'secretary',
      effectiveOn: today,
      termEndsOn: '2027-03-01',
    },
  } as const;
  it('a person is appointed', () => given(unit).when(appoint).then(appointed));
  it('a person unknown to the platform is not appointed', () =>
    given(unit)
      .when({ ...appoint, personKnown: false })
      .thenRefused({ reason: 'PERSON_NOT_FOUND', field: 'personId' }));
  it('there is one secretary at a time', () =>
    given(unit, appointed)
      .when({ ...appoint, appointmentId: 'a2', personId: 'p2' })
      .thenRefused({ reason: 'OFFICE_TAKEN', field: 'office' }));
  it('nobody takes the same office twice', () =>
    given(unit, appointed)
      .when({ ...appoint, appointmentId: 'a2' })
      .thenRefused({ reason: 'ALREADY_IN_OFFICE', field: 'personId' }));
  it('an unknown office is refused', () =>
    given(unit)
      .when({ ...appoint, office: 'king' })
      .thenRefused({ reason: 'OFFICE_UNKNOWN', field: 'office' }));
  it.each(['2024-02-29', '2027-02-30', 'soon'])('a term does not end on %s', (termEndsOn) =>
    given(unit)
      .when({ ...appoint, termEndsOn })
      .thenRefused({ reason: 'DAY_INVALID', field: 'termEndsOn' }),
  );
  it('offices are limited in number', () => {
    const many = Array.from(
      { length: OFFICERS_MAX },
      (_, n) =>
        ({
          type: 'OfficerAppointed.v1',
          data: { ...appointed.data, appointmentId: `m${n}`, personId: `m${n}`, office: 'committee-member' },
        }) as const,
    );
    given(unit, ...many)
      .when(appoint)
      .thenRefused({ reason: 'TOO_MANY_OFFICERS', details: { officersMax: OFFICERS_MAX } });
  });
  it('an officer is relieved for one of the known reasons, and the office is free again', () => {
    const relieved = {
      type: 'OfficerRelieved.v1',
      data: {
        organizationId: 'u1',
        appointmentId: 'a1',
        personId: 'p1',
        office: 'secretary',
        effectiveOn: '2024-09-10',
        reason: 'transfer',
      },
    } as const;
    given(unit, appointed)
      .when({ type: 'RelieveOfficer', appointmentId: 'a1', effectiveOn: null, reason: 'transfer', now: later })
      .then(relieved);
    given(unit, appointed)
      .when({ type: 'RelieveOfficer', appointmentId: 'a1', effectiveOn: null, reason: '王某某与人不和', now })
      .thenRefused({ reason: 'RELIEF_REASON_UNKNOWN', field: 'reason' });
    given(unit, appointed, relieved)
      .when({ type: 'RelieveOfficer', appointmentId: 'a1', effectiveOn: null, reason: 'transfer', now: later })
      .thenRefused({ reason: 'APPOINTMENT_NOT_FOUND', field: 'appointmentId' });
    given(unit, appointed, relieved)
      .when({ ...appoint, appointmentId: 'a2', personId: 'p2' })
      .then({ ...appointed, data: { ...appointed.data, appointmentId: 'a2', personId: 'p2' } });
  });
});
