import { addCalendarDays, localDateOf } from '@jiangong/calendar';
import { secondPersonRefusal } from '@jiangong/event-store';
import { type Decision, type Founded, wrongReason } from './decide-tree.ts';
import { isDissolutionKind, SUCCESSORS } from './dissolution-kinds.ts';
import { effectiveDay } from './effective-day.ts';
import type { OrganizationDissolved } from './facts.ts';
import { PROPOSALS_MAX, RESTORE_DAYS_MAX } from './limits.ts';
import type {
  AbandonDissolution,
  BeginDissolution,
  CompleteDissolution,
  DissolveOrphan,
  End,
  ProposeRestoration,
  RejectProposal,
  RestoreOrganization,
} from './orders.ts';
import { nameNow } from './organization.ts';
import { type ParentSeen, placeUnder } from './parent-seen.ts';
import type { OrganizationRefusal } from './refusals.ts';

/** Who may carry out what another proposed: the restoration of what was dissolved. */
export const RESTORING_ROLES = ['committee-officer', 'committee-leader', 'discipline-inspector'] as const;

type Ended = OrganizationDissolved['data'];

const wrongSuccessor = (organization: Founded, seen: ParentSeen): OrganizationRefusal | undefined => {
  const fits =
    seen.kind === 'live' &&
    seen.organizationId !== organization.organizationId &&
    seen.organizationKind === organization.organizationKind;
  return fits
    ? undefined
    : {
        reason: 'SUCCESSOR_NOT_POSSIBLE',
        field: 'successorIds',
        details: { successorId: seen.kind === 'none' ? '' : seen.organizationId },
      };
};

/** How it ends, checked: successors that live, of the same kind, each once, as many as that end has. */
const endOf = (
  organization: Founded,
  { kind, successors, heirId, effectiveOn, reason, now }: End & Readonly<{ now: string }>,
): Readonly<{ end: Ended }> | Readonly<{ refusal: OrganizationRefusal }> => {
  if (!isDissolutionKind(kind)) return { refusal: { reason: 'DISSOLUTION_KIND_UNKNOWN', field: 'kind' } };
  const ids = successors.map((seen) => (seen.kind === 'none' ? '' : seen.organizationId));
  const { min, max } = SUCCESSORS[kind];
  if (ids.length < min || ids.length > max || new Set(ids).size < ids.length)
    return { refusal: { reason: 'SUCCESSORS_NOT_AS_MANY', field: 'successorIds', details: { kind, min, max } } };
  for (const seen of successors) {
    const refusal = wrongSuccessor(organization, seen);
    if (refusal) return { refusal };
  }
  if (heirId !== null && !ids.includes(heirId))
    return { refusal: { reason: 'HEIR_NOT_AMONG_SUCCESSORS', field: 'heirId' } };
  const wrong = wrongReason(reason);
  if (wrong) return { refusal: wrong };
  const { since } = nameNow(organization);
  const notBefore = since > organization.placedOn ? since : organization.placedOn;
  const effective = effectiveDay(effectiveOn, { now, notBefore });
  if ('refusal' in effective) return effective;
  const { organizationId } = organization;
  const dates = { effectiveOn: effective.day, recordedOn: localDateOf(now) };
  // What merges into one has one heir.
  const heir = heirId ?? (kind === 'merged' ? (ids[0] ?? null) : null);
  return { end: { organizationId, kind, ...dates, successors: ids, heirId: heir, prose: { why: reason } } };
};

/** Also when somebody else began it: whoever completes first ends it, the other finds it ended. */
export const beginDissolution = (organization: Founded, order: BeginDissolution): Decision => {
  if (organization.parentId === null) return { reason: 'ROOT_STAYS' };
  const checked = endOf(organization, order);
  if ('refusal' in checked) return checked.refusal;
  if (organization.kind === 'dissolving') return [];
  const { organizationId, kind, prose } = checked.end;
  if (kind === 'parent-ended') throw new Error('no order ends an organization so');
  return [{ type: 'DissolutionBegan.v1', data: { organizationId, kind, prose } }];
};

export const abandonDissolution = (organization: Founded, { cause }: AbandonDissolution): Decision =>
  organization.kind === 'dissolving'
    ? [{ type: 'DissolutionAbandoned.v1', data: { organizationId: organization.organizationId, cause } }]
    : [];

export const completeDissolution = (organization: Founded, order: CompleteDissolution): Decision => {
  if (organization.kind !== 'dissolving' || organization.dissolutionsBegun !== order.dissolutionsBegun)
    return { reason: 'DISSOLUTION_INTERRUPTED' };
  const checked = endOf(organization, order);
  return 'refusal' in checked ? checked.refusal : [{ type: 'OrganizationDissolved.v1', data: checked.end }];
};

export const dissolveOrphan = (organization: Founded, { parentId, reason, now }: DissolveOrphan): Decision => {
  if (organization.kind === 'dissolved' || organization.parentId !== parentId) return [];
  const { organizationId } = organization;
  const today = localDateOf(now);
  const nothing = { successors: [], heirId: null, prose: { why: reason } };
  return [
    {
      type: 'OrganizationDissolved.v1',
      data: { organizationId, kind: 'parent-ended', effectiveOn: today, recordedOn: today, ...nothing },
    },
  ];
};

const tooLate = (ended: Ended, now: string): OrganizationRefusal | undefined => {
  const until = addCalendarDays(ended.recordedOn, RESTORE_DAYS_MAX);
  return localDateOf(now) > until ? { reason: 'RESTORE_TOO_LATE', details: { until } } : undefined;
};

export const proposeRestoration = (organization: Founded, order: ProposeRestoration): Decision => {
  const { organizationId, ended, dissolutionsBegun, proposals } = organization;
  if (organization.kind !== 'dissolved' || ended === null) return { reason: 'NOT_DISSOLVED' };
  const late = tooLate(ended, order.now) ?? wrongReason(order.reason);
  if (late) return late;
  if (proposals.length >= PROPOSALS_MAX)
    return { reason: 'TOO_MANY_PROPOSALS', details: { proposalsMax: PROPOSALS_MAX } };
  const { proposalId, by, now, reason } = order;
  const who = { proposedBy: by.personId, role: by.role, proposedAt: now };
  const terms = { dissolution: dissolutionsBegun };
  return [
    {
      type: 'ActProposed.v1',
      data: { organizationId, proposalId, act: 'RestoreOrganization', terms, ...who, prose: { why: reason } },
    },
  ];
};

/** By another person of another role, within the named time, and only under a parent that lives. */
export const restore = (organization: Founded, { proposalId, by, parent, now }: RestoreOrganization): Decision => {
  const proposal = organization.proposals.find((one) => one.proposalId === proposalId);
  const refusal = secondPersonRefusal(proposal, by, RESTORING_ROLES);
  if (refusal || !proposal) return refusal ?? { reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' };
  const { organizationId, ended, organizationKind, tier, dissolutionsBegun } = organization;
  if (organization.kind !== 'dissolved' || ended === null || proposal.terms.dissolution !== dissolutionsBegun)
    return { reason: 'PROPOSAL_LAPSED', field: 'proposalId' };
  const late = tooLate(ended, now);
  if (late) return late;
  const placed = placeUnder(parent, organizationKind, tier);
  if ('refusal' in placed) return placed.refusal;
  const { parentId } = placed.place;
  const who = { proposedBy: proposal.proposedBy, restoredBy: by.personId };
  return [{ type: 'OrganizationRestored.v1', data: { organizationId, parentId, proposalId, ...who } }];
};

/** By anybody who could carry it out, and by whoever proposed it. */
export const rejectProposal = (organization: Founded, { proposalId, by, reason }: RejectProposal): Decision => {
  const proposal = organization.proposals.find((one) => one.proposalId === proposalId);
  if (!proposal) return { reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' };
  const second = proposal.proposedBy === by.personId ? undefined : secondPersonRefusal(proposal, by, RESTORING_ROLES);
  const refusal = second ?? wrongReason(reason);
  if (refusal) return refusal;
  const { organizationId } = organization;
  return [
    {
      type: 'ProposalRejected.v1',
      data: { organizationId, proposalId, rejectedBy: by.personId, prose: { why: reason } },
    },
  ];
};
