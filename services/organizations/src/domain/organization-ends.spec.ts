import { describe, expect, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import fc from 'fast-check';
import { organizationDecider } from './decider.ts';
import type { ActProposed, DissolutionBegan, OrganizationDissolved, OrganizationFounded } from './facts.ts';
import { RESTORE_DAYS_MAX } from './limits.ts';
import type { CompleteDissolution, RestoreOrganization } from './orders.ts';
import type { ParentSeen } from './parent-seen.ts';

const { given } = deciderSpec(organizationDecider);
const now = '2024-03-01T02:00:00.000Z';
const today = '2024-03-01';
const prose = { why: '机构改革' };

const founded: OrganizationFounded = {
  type: 'OrganizationFounded.v1',
  data: {
    organizationId: 'u1',
    parentId: 'root',
    kind: 'unit',
    tier: null,
    nameZh: '示范省水利厅',
    nameEn: '',
    code: '',
    classified: false,
    foundedOn: '1950-01-01',
  },
};
const root: OrganizationFounded = {
  type: 'OrganizationFounded.v1',
  data: { ...founded.data, organizationId: 'root', parentId: null, kind: 'working-committee', tier: 1 },
};
const seen = (organizationId: string, more: object = {}): ParentSeen => ({
  kind: 'live',
  organizationId,
  organizationKind: 'unit',
  tier: null,
  ...more,
});
const live: ParentSeen = { kind: 'live', organizationId: 'root', organizationKind: 'working-committee', tier: 1 };
const end = { kind: 'dissolved', successors: [], heirId: null, effectiveOn: null, reason: '机构改革', now } as const;
const begin = { type: 'BeginDissolution', ...end } as const;
const complete: CompleteDissolution = { type: 'CompleteDissolution', ...end, dissolutionsBegun: 1 };
const began: DissolutionBegan = {
  type: 'DissolutionBegan.v1',
  data: { organizationId: 'u1', kind: 'dissolved', prose },
};
const dissolved: OrganizationDissolved = {
  type: 'OrganizationDissolved.v1',
  data: {
    organizationId: 'u1',
    kind: 'dissolved',
    effectiveOn: today,
    recordedOn: today,
    successors: [],
    heirId: null,
    prose,
  },
};

describe('an end', () => {
  it('begins, and is completed', () => {
    given(founded).when(begin).then(began);
    given(founded, began).when(begin).then();
    given(founded, began).when(complete).then(dissolved);
  });
  it('is not for the root', () => given(root).when(begin).thenRefused({ reason: 'ROOT_STAYS' }));
  it('is abandoned while children are left', () => {
    const abandoned = {
      type: 'DissolutionAbandoned.v1',
      data: { organizationId: 'u1', cause: 'children-left' },
    } as const;
    const abandon = { type: 'AbandonDissolution', cause: 'children-left', now } as const;
    given(founded, began).when(abandon).then(abandoned);
    given(founded, began, abandoned).when(abandon).then();
    given(founded, began, abandoned).when(complete).thenRefused({ reason: 'DISSOLUTION_INTERRUPTED' });
    given(founded, began, abandoned, began).when(complete).thenRefused({ reason: 'DISSOLUTION_INTERRUPTED' });
  });
  it('of an orphan happens where it was born, and only there', () => {
    const orphan = { type: 'DissolveOrphan', parentId: 'root', reason: '机构改革', now } as const;
    given(founded)
      .when(orphan)
      .then({ ...dissolved, data: { ...dissolved.data, kind: 'parent-ended' } });
    given(founded)
      .when({ ...orphan, parentId: 'elsewhere' })
      .then();
    given(founded, dissolved).when(orphan).then();
  });
  it('leaves nothing to order but its restoration', () =>
    given(founded, dissolved)
      .when({ type: 'RenameOrganization', nameZh: '甲', nameEn: null, effectiveOn: null, now })
      .thenRefused({ reason: 'ORGANIZATION_DISSOLVED' }));
});

describe('successors', () => {
  const ends = (kind: string, successors: readonly ParentSeen[], heirId: string | null = null) =>
    given(founded, began).when({ ...complete, kind, successors, heirId });
  const ended = (kind: 'merged' | 'split', successors: readonly string[], heirId: string | null) => ({
    ...dissolved,
    data: { ...dissolved.data, kind, successors, heirId },
  });
  it('a merger names one, who is the heir', () => ends('merged', [seen('u2')]).then(ended('merged', ['u2'], 'u2')));
  it('a split names several, and an heir or none', () => {
    ends('split', [seen('u2'), seen('u3')], 'u3').then(ended('split', ['u2', 'u3'], 'u3'));
    ends('split', [seen('u2'), seen('u3')]).then(ended('split', ['u2', 'u3'], null));
    ends('split', [seen('u2'), seen('u3')], 'u4').thenRefused({ reason: 'HEIR_NOT_AMONG_SUCCESSORS', field: 'heirId' });
  });
  it.each([
    ['merged', []],
    ['merged', ['u2', 'u3']],
    ['split', ['u2']],
    ['split', ['u2', 'u2']],
    ['dissolved', ['u2']],
  ] as const)('%s names not %j', (kind, ids) =>
    ends(
      kind,
      ids.map((id) => seen(id)),
    ).thenRefused({ reason: 'SUCCESSORS_NOT_AS_MANY', field: 'successorIds' }),
  );
  it('live, are others, and are of the same kind', () => {
    for (const wrong of [
      seen('u1'),
      seen('u2', { kind: 'dissolved' }),
      seen('u2', { kind: 'dissolving' }),
      seen('u2', { organizationKind: 'branch' }),
      { kind: 'absent', organizationId: 'u2' } as const,
    ])
      ends('merged', [wrong]).thenRefused({ reason: 'SUCCESSOR_NOT_POSSIBLE', field: 'successorIds' });
  });
  it('an end that is none of the three is refused', () =>
    ends('burned', []).thenRefused({ reason: 'DISSOLUTION_KIND_UNKNOWN', field: 'kind' }));
});

describe('days on which it is so', () => {
  it.each([
    ['2023-03-01', undefined],
    ['2023-02-28', 'EFFECTIVE_TOO_EARLY'],
    ['2024-03-01', undefined],
    ['2024-03-02', 'EFFECTIVE_TOO_LATE'],
    ['2024-02-30', 'DAY_INVALID'],
  ] as const)('%s is %s', (effectiveOn, reason) => {
    const asked = given(founded).when({
      type: 'RenameOrganization',
      nameZh: '示范省水务厅',
      nameEn: null,
      effectiveOn,
      now,
    });
    if (reason) asked.thenRefused({ reason, field: 'effectiveOn' });
    else expect(asked.decision()).toMatchObject([{ data: { effectiveOn } }]);
  });
  it('no name, place or end begins before the one before', () => {
    const young: OrganizationFounded = { ...founded, data: { ...founded.data, foundedOn: '2024-02-01' } };
    const before = { effectiveOn: '2024-01-31', now } as const;
    const refusal = {
      reason: 'EFFECTIVE_TOO_EARLY',
      field: 'effectiveOn',
      details: { earliest: '2024-02-01' },
    } as const;
    given(young)
      .when({ type: 'RenameOrganization', nameZh: '示范省水务厅', nameEn: null, ...before })
      .thenRefused(refusal);
    given(young)
      .when({
        type: 'MoveOrganization',
        parent: { ...live, organizationId: 'city', tier: 2 } as ParentSeen,
        reason: '属地管理',
        ...before,
      })
      .thenRefused(refusal);
    given(young, began)
      .when({ ...complete, ...before })
      .thenRefused(refusal);
  });
  it('an organization came into being long ago, never tomorrow', () => {
    const found = {
      type: 'FoundOrganization',
      organizationId: 'u1',
      parent: live,
      organizationKind: 'unit',
      nameZh: '示范省水利厅',
      nameEn: '',
      code: '',
      classified: false,
      now,
    } as const;
    given()
      .when({ ...found, foundedOn: '1950-01-01' })
      .then(founded);
    given()
      .when({ ...found, foundedOn: '2024-03-02' })
      .thenRefused({ reason: 'DAY_INVALID', field: 'foundedOn' });
  });
  it('a rename without an English name keeps it', () =>
    given({ ...founded, data: { ...founded.data, nameEn: 'Water' } })
      .when({ type: 'RenameOrganization', nameZh: '示范省水务厅', nameEn: null, effectiveOn: null, now })
      .then({
        type: 'OrganizationRenamed.v1',
        data: {
          organizationId: 'u1',
          nameZh: '示范省水务厅',
          nameEn: 'Water',
          formerNameZh: '示范省水利厅',
          formerNameEn: 'Water',
          effectiveOn: today,
        },
      }));
});

describe('restoring', () => {
  const proposed: ActProposed = {
    type: 'ActProposed.v1',
    data: {
      organizationId: 'u1',
      proposalId: 'a1',
      act: 'RestoreOrganization',
      terms: { dissolution: 1 },
      proposedBy: 'o1',
      role: 'committee-officer',
      proposedAt: now,
      prose,
    },
  };
  const leader = { personId: 'l1', role: 'committee-leader' };
  const officer = { personId: 'o1', role: 'committee-officer' };
  const restore: RestoreOrganization = { type: 'RestoreOrganization', proposalId: 'a1', by: leader, parent: live, now };
  const restored = {
    type: 'OrganizationRestored.v1',
    data: { organizationId: 'u1', parentId: 'root', proposalId: 'a1', proposedBy: 'o1', restoredBy: 'l1' },
  } as const;
  const propose = { type: 'ProposeRestoration', proposalId: 'a1', by: officer, reason: '机构改革', now } as const;

  it('is proposed by one person and carried out by another of another role', () => {
    given(founded, began, dissolved).when(propose).then(proposed);
    const waiting = given(founded, began, dissolved, proposed);
    waiting.when(restore).then(restored);
    waiting.when({ ...restore, by: officer }).thenRefused({ reason: 'SECOND_PERSON_NEEDED' });
    waiting
      .when({ ...restore, by: { personId: 'o2', role: 'committee-officer' } })
      .thenRefused({ reason: 'SECOND_ROLE_NEEDED' });
    waiting
      .when({ ...restore, by: { personId: 'u9', role: 'unit-officer' } })
      .thenRefused({ reason: 'SECOND_ROLE_NEEDED' });
    waiting.when({ ...restore, proposalId: 'a2' }).thenRefused({ reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' });
  });
  it('is for what has ended', () => given(founded).when(propose).thenRefused({ reason: 'NOT_DISSOLVED' }));
  it('needs a parent that lives', () =>
    given(founded, began, dissolved, proposed)
      .when({ ...restore, parent: { ...live, kind: 'dissolving' } as ParentSeen })
      .thenRefused({ reason: 'PARENT_DISSOLVED', field: 'parentId' }));
  it('happens within the named time after the end was entered', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 * RESTORE_DAYS_MAX }), (days) => {
        const at = new Date(Date.parse(now) + days * 86_400_000).toISOString();
        const asked = given(founded, began, dissolved, proposed).when({ ...restore, now: at });
        if (days <= RESTORE_DAYS_MAX) asked.then(restored);
        else asked.thenRefused({ reason: 'RESTORE_TOO_LATE', details: { until: '2024-06-01' } });
      }),
    );
  });
  it('a proposal lapses when the end it would undo was undone: after another end it must be proposed anew', () => {
    const again = given(founded, began, dissolved, proposed, restored, began, dissolved);
    again.when(restore).thenRefused({ reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' });
    given(founded, began, dissolved, proposed, proposed, restored)
      .when(restore)
      .thenRefused({ reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' });
  });
  it('is turned down by who could carry it out, or taken back by who proposed it', () => {
    const reject = { type: 'RejectProposal', proposalId: 'a1', by: leader, reason: '理由不足', now } as const;
    const rejected = {
      type: 'ProposalRejected.v1',
      data: { organizationId: 'u1', proposalId: 'a1', rejectedBy: 'l1', prose: { why: '理由不足' } },
    } as const;
    const waiting = given(founded, began, dissolved, proposed);
    waiting.when(reject).then(rejected);
    waiting.when({ ...reject, by: officer }).then({ ...rejected, data: { ...rejected.data, rejectedBy: 'o1' } });
    waiting
      .when({ ...reject, by: { personId: 'o2', role: 'committee-officer' } })
      .thenRefused({ reason: 'SECOND_ROLE_NEEDED' });
    given(founded, began, dissolved, proposed, rejected)
      .when(restore)
      .thenRefused({ reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' });
  });
});
