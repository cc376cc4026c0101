import { decide, type Grant } from '@jiangong/access';
import type { WorkItem } from '@jiangong/service-host';
import { SECOND_ROLES } from '../../domain/policy/decider.ts';

/** An act about a committee's policy that nobody has carried out or turned down. */
export type PolicyProposal = Readonly<{
  committeeId: string;
  proposedBy: string;
  role: string;
  organizationPath: string;
}>;

type Asker = Readonly<{ personId: string; grants: readonly Grant[]; now: string }>;

/** Committees about whose policy something waits for the caller as its second person. */
export const policyWork = (found: readonly PolicyProposal[], { personId, grants, now }: Asker): readonly WorkItem[] => {
  const mine = found.flatMap(({ committeeId, proposedBy, role, organizationPath }) => {
    if (proposedBy === personId) return [];
    const subject = { kind: 'person', personId } as const;
    const said = decide({ subject, grants, action: 'policy.carry-out', resource: { organizationPath }, now });
    const second = said.allow ? (said.grant?.role ?? '') : '';
    return SECOND_ROLES.includes(second) && second !== role ? [{ committeeId, role: second }] : [];
  });
  return [...new Map(mine.map((one) => [one.committeeId, one])).values()].map(({ committeeId, role }) => ({
    ...{ kind: 'carry-out-policy-proposal', role, subjectKind: 'policy', subjectId: committeeId, editionId: '' },
    ...{ titleZh: '表彰总量控制', titleEn: 'Commendation policy', dueAt: '', done: 0, total: 1 },
  }));
};
